// On another device, in the browser: a table of contents. A module of its own: few who answer go to another device.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/carry/words.hpp"
#include "plugins/feedback/pages/carry_away_page.hpp"
#include "plugins/feedback/pages/carry_here_page.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest carry_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                           "carry",
                                           "1",
                                           ui::Hue::Indigo,
                                           carry_words};

class Carry final : public Plugin {
 public:
  explicit Carry(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/carry", [this] { return std::make_unique<CarryHerePage>(host_); });
    registrar.page("/carry/*", [this] { return std::make_unique<CarryAwayPage>(host_); });
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(carry, alongside::feedback::carry_manifest, alongside::feedback::Carry)
