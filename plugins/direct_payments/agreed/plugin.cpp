// "What is agreed" in the browser: a table of contents. A module of its own, fetched when somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/agreed/words.hpp"
#include "plugins/direct_payments/pages/agreed/agreement_page.hpp"
#include "plugins/direct_payments/pages/agreed/money_in_page.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest agreed_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                            "agreed",
                                            "1",
                                            ui::Hue::Plum,
                                            agreed_words};

class AgreedModule final : public Plugin {
 public:
  explicit AgreedModule(Host& host) : host_(host), store_(host), rules_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/agreement", [this] { return std::make_unique<AgreementPage>(host_, store_, rules_); });
    registrar.page("/money/in", [this] { return std::make_unique<MoneyInPage>(host_, store_); });
    return {};
  }

 private:
  Host& host_;
  BookStore store_;
  RulesReader rules_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(agreed, alongside::direct_payments::agreed_manifest, alongside::direct_payments::AgreedModule)
