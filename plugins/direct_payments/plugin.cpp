// Direct payments in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/entry_page.hpp"
#include "plugins/direct_payments/pages/money_page.hpp"
#include "plugins/direct_payments/pages/spend_page.hpp"
#include "plugins/direct_payments/pages/summary_ui.hpp"
#include "plugins/direct_payments/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest direct_payments_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
    "direct_payments",
    "1",
    ui::Hue::Plum,
    direct_payments_words};

class DirectPayments final : public Plugin {
 public:
  explicit DirectPayments(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money", [this] { return std::make_unique<MoneyPage>(host_, store_); });
    registrar.page("/money/spend", [this] { return std::make_unique<SpendPage>(host_, store_); });
    registrar.page("/money/entry/*", [this] { return std::make_unique<EntryPage>(host_, store_); });
    registrar.summary({[this] { return has_summary(store_); },
                       [this](ui::Ui& ui) -> Result<void> {
                         summary_ui(ui, store_);
                         return {};
                       }});
    return {};
  }

 private:
  Host& host_;
  MoneyStore store_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(direct_payments, alongside::direct_payments::direct_payments_manifest,
                 alongside::direct_payments::DirectPayments)
