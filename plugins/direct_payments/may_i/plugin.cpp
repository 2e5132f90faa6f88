// "May I spend it on this?" in the browser: a table of contents. A module of its own, fetched when somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/spending/may_i_page.hpp"
#include "plugins/may_i/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest may_i_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "may_i", "1", ui::Hue::Plum, may_i_words};

class MayIModule final : public Plugin {
 public:
  explicit MayIModule(Host& host) : host_(host), store_(host), rules_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/may-i", [this] { return std::make_unique<MayIPage>(host_, store_, rules_); });
    return {};
  }

 private:
  Host& host_;
  BookStore store_;
  SpendRulesReader rules_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(may_i, alongside::direct_payments::may_i_manifest, alongside::direct_payments::MayIModule)
