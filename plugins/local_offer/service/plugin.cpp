// The page of one service, in the browser: a table of contents. A module of its own, loaded as soon as somebody has
// found something.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/local_offer/pages/service_page.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"
#include "plugins/local_offer/pages/told_page.hpp"
#include "plugins/local_offer/pages/told_ui.hpp"
#include "plugins/service/words.hpp"

namespace alongside::local_offer {
namespace {

constexpr PluginManifest service_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                             "service",
                                             "1",
                                             ui::Hue::Primary,
                                             service_words};

class ServiceModule final : public Plugin {
 public:
  explicit ServiceModule(Host& host) : host_(host), shortlist_(host), told_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/told", [this] { return std::make_unique<ToldPage>(host_, told_); });
    registrar.page("/service/*", [this] { return std::make_unique<ServicePage>(host_, shortlist_, told_); });
    registrar.summary({[this] { return has_told_summary(told_); },
                       [this](ui::Ui& ui) -> Result<void> {
                         told_summary_ui(ui, told_);
                         return {};
                       }});
    return {};
  }

 private:
  Host& host_;
  Shortlist shortlist_;
  ToldBook told_;
};

}  // namespace
}  // namespace alongside::local_offer

ALONGSIDE_PLUGIN(service, alongside::local_offer::service_manifest, alongside::local_offer::ServiceModule)
