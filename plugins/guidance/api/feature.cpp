#include "plugins/guidance/api/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/public_pages/public_pages.hpp"
#include "app/server/reply.hpp"
#include "app/server/sitemap.hpp"
#include "plugins/guidance/api/guidance_content.hpp"
#include "plugins/guidance/api/guidance_html.hpp"

#include <string>

namespace alongside::guidance {
namespace {

constexpr std::string_view guidance_route = "/api/guidance";
constexpr std::string_view own_file = "guidance.json";  // in the folder "pages" beside the council's file

class GuidanceFeature final : public server::Feature {
 public:
  explicit GuidanceFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "guidance"; }

  void configure(const server::CouncilConfig& council, server::JsonMistakes& mistakes) override {
    book_ = content_of(council.council.nation, mistakes);
    if (const auto file = server::read_own_file(council, own_file, mistakes)) lay_over(book_, *file, mistakes);
  }

  void access(server::AccessTable& table) override { table.open_to_all("GET " + std::string(guidance_route)); }

  void routes(server::Router& router) override {
    router.get(guidance_route, [this](const server::Request& request) {
      return server::reply(request, book_, server::Caching::Revalidate);
    });
  }

  void pages(server::PageRouter& pages) override {
    const auto add = [this, &pages](std::string_view pattern, auto write) {
      pages.page(pattern, [this, write](const server::Request& request) -> Result<server::PageContent> {
        return write(GuidancePage{book_, context_.council, request.language, context_.clock.today()}, request);
      });
    };
    using server::Request;
    add("/rights", [](const GuidancePage& page, const Request&) { return rights_html(page); });
    add("/rights/service/{id}", [](const GuidancePage& page, const Request&) { return rights_html(page); });
    add("/growing-up", [](const GuidancePage& page, const Request&) { return growing_html(page); });
    add("/rights/about/{id}",
        [](const GuidancePage& page, const Request& request) { return topic_html(page, request.parameter(0)); });
    add("/growing-up/{id}",
        [](const GuidancePage& page, const Request& request) { return step_html(page, request.parameter(0)); });
    add("/rights/when", [](const GuidancePage& page, const Request& request) {
      return when_html(page, request.query.value("what"), request.query.value("day"));
    });
  }

  Result<void> addresses(server::Sitemap& sitemap) override {
    for (const std::string_view path : {"/rights", "/growing-up", "/rights/when"}) sitemap.add(path);
    for (const Topic& topic : book_.topics) sitemap.add("/rights/about/" + topic.id);
    for (const Topic& step : book_.steps) sitemap.add("/growing-up/" + step.id);
    return {};
  }

 private:
  server::FeatureContext context_;
  GuidanceBook book_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<GuidanceFeature>(context);
}

}  // namespace alongside::guidance
