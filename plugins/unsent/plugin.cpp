// What is not sent yet, in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "app/ui/ui.hpp"
#include "plugins/unsent/pages/unsent_page.hpp"
#include "plugins/unsent/words.hpp"

namespace alongside::unsent {
namespace {

using namespace ui::literals;

constexpr PluginManifest unsent_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                            "unsent",
                                            "1",
                                            ui::Hue::Primary,
                                            unsent_words};

class Unsent final : public Plugin {
 public:
  explicit Unsent(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/this-device/*", [this] { return std::make_unique<UnsentPage>(host_); });
    registrar.settings([](ui::Ui& ui) -> Result<void> {
      ui.sentence("unsent.settings"_t);
      ui.link("go", ui.tr("unsent.settings.go"_t), "/this-device/not-sent", ui::LinkLook::Standalone,
              ui::Icon::ArrowRight);
      return {};
    });
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::unsent

ALONGSIDE_PLUGIN(unsent, alongside::unsent::unsent_manifest, alongside::unsent::Unsent)
