// The whole plan in the browser: a table of contents. A module of its own, fetched when somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/planning/afford_page.hpp"
#include "plugins/direct_payments/pages/planning/plan_page.hpp"
#include "plugins/planning/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest planning_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "planning",
                                              "1",
                                              ui::Hue::Plum,
                                              planning_words};

class PlanningModule final : public Plugin {
 public:
  explicit PlanningModule(Host& host) : host_(host), store_(host), money_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/plan", [this] { return std::make_unique<PlanPage>(host_, store_); });
    registrar.page("/money/afford", [this] { return std::make_unique<AffordPage>(host_, money_); });
    return {};
  }

 private:
  Host& host_;
  BookStore store_;
  MoneyStore money_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(planning, alongside::direct_payments::planning_manifest, alongside::direct_payments::PlanningModule)
