#include "plugins/employing/api/feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/reply.hpp"
#include "plugins/employing/api/employing_html.hpp"
#include "plugins/employing/api/figures_store.hpp"
#include "plugins/employing/api/payroll_route.hpp"
#include "plugins/employing/api/personal.hpp"
#include "plugins/employing/api/work_operations.hpp"

#include <string>

namespace alongside::employing {
namespace {

class EmployingFeature final : public server::Feature {
 public:
  explicit EmployingFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "employing"; }
  std::span<const server::Migration> migrations() const override { return figure_migrations(); }

  void personal(server::PersonalTables& tables) override { add_employing_personal(tables); }
  void routes(server::Router& router) override {
    router.get("/api/employing/figures", [this](const server::Request& request) {
      const auto figures = stored_figures(context_.database);
      if (!figures.ok()) return server::problem(request, figures.error());
      if (figures->figures.empty()) return server::problem(request, 404, "not_found", "There are no figures yet.");
      return server::reply(request, figures.value(), server::Caching::Revalidate);
    });
    router.get("/api/employing/payroll/{worker}/{day}",
               [this](const server::Request& request) { return payroll_answer(context_, request); });
  }

  void pages(server::PageRouter& pages) override {
    for (const std::string_view pattern : employing_pages) {
      pages.page(pattern, [this](const server::Request& request) -> Result<server::PageContent> {
        return employing_html(ALONGSIDE_TRY(stored_figures(context_.database)), context_.clock.today(),
                              context_.council.council.help, request.language);
      });
    }
  }

  void verbs(server::Verbs& verbs) override {
    verbs.add_public(
        server::Role::Money,
        {"payroll",
         "import",
         "Read what paying somebody costs from a file: assets/payroll/figures.json, or the council's own figures.",
         {{"FILE", "a JSON file, such as figures.json", server::VerbArgumentKind::Path},
          {"--own", "these are the council's own; they count before the country's", server::VerbArgumentKind::Text,
           server::VerbArgumentUse::Flag}},
         [this](std::span<const std::string> arguments) {
           return import_figures(context_.database, arguments[0],
                                 arguments[1].empty() ? FiguresOf::Country : FiguresOf::Council);
         }});
  }

  void access(server::AccessTable& table) override {
    table.open_to_all("GET /api/employing/figures");
    table.signed_in(payroll_row);
    add_work_access(table);
  }
  void operations(server::Operations& operations) override { add_work_operations(operations); }

 private:
  server::FeatureContext context_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<EmployingFeature>(context);
}

}  // namespace alongside::employing
