// What changed, in the browser: a table of contents. A module of its own, so that whoever answers a survey need not
// fetch it.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/changes/words.hpp"
#include "plugins/feedback/pages/changes_page.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest changes_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                             "changes",
                                             "1",
                                             ui::Hue::Indigo,
                                             changes_words};

class Changes final : public Plugin {
 public:
  explicit Changes(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/changes", [this] { return std::make_unique<ChangesPage>(host_); });
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(changes, alongside::feedback::changes_manifest, alongside::feedback::Changes)
