// Returns of direct payments, in the browser: a table of contents. A module of its own, fetched when somebody tells
// the council how the money was spent.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/pages/returns/return_page.hpp"
#include "plugins/direct_payments/pages/returns/returns_page.hpp"
#include "plugins/returns/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest returns_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                             "returns",
                                             "1",
                                             ui::Hue::Plum,
                                             returns_words};

class ReturnsModule final : public Plugin {
 public:
  explicit ReturnsModule(Host& host) : host_(host), store_(host), rules_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/returns", [this] { return std::make_unique<ReturnsPage>(host_, store_, rules_); });
    registrar.page("/money/returns/*", [this] { return std::make_unique<ReturnPage>(host_, store_, rules_); });
    return {};
  }

 private:
  Host& host_;
  MoneyStore store_;
  RulesReader rules_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(returns, alongside::direct_payments::returns_manifest, alongside::direct_payments::ReturnsModule)
