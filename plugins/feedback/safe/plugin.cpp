// "I don't feel safe", in the browser: a table of contents. A module of its own, so that it opens at once, also where
// the surveys are not on the device.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/feedback/pages/unsafe_page.hpp"
#include "plugins/safe/words.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest safe_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "safe", "1", ui::Hue::Indigo, safe_words};

class Safe final : public Plugin {
 public:
  explicit Safe(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/say/safe", [this] { return std::make_unique<UnsafePage>(host_); });
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(safe, alongside::feedback::safe_manifest, alongside::feedback::Safe)
