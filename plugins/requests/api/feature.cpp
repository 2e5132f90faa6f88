#include "plugins/requests/api/feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/sync/system_chance.hpp"
#include "plugins/requests/api/personal.hpp"
#include "plugins/requests/api/request_html.hpp"
#include "plugins/requests/api/request_operations.hpp"
#include "plugins/requests/api/request_verbs.hpp"

namespace alongside::requests {
namespace {

class RequestsFeature final : public server::Feature {
 public:
  explicit RequestsFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "requests"; }

  void personal(server::PersonalTables& tables) override { add_request_personal(tables); }
  void retention(server::RetentionRules& rules) override { add_request_retention(rules); }
  void pages(server::PageRouter& pages) override {
    for (const RequestScreen screen : {RequestScreen::All, RequestScreen::New, RequestScreen::One}) {
      pages.page(pattern_of(screen), [this, screen](const server::Request& request) -> Result<server::PageContent> {
        return request_html(screen, context_.council, request.language);
      });
    }
  }

  void verbs(server::Verbs& verbs) override { add_request_verbs(verbs, context_, chance_); }
  void access(server::AccessTable& table) override { add_request_access(table); }
  void operations(server::Operations& operations) override { add_request_operations(operations, context_.council); }

 private:
  server::FeatureContext context_;
  server::SystemChance chance_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<RequestsFeature>(context);
}

}  // namespace alongside::requests
