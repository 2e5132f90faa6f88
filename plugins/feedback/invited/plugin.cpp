// You are invited, in the browser: a table of contents. A module of its own, so that whoever comes with a code from a
// letter sees at once what it is for.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/feedback/pages/invited_page.hpp"
#include "plugins/invited/words.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest invited_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                             "invited",
                                             "1",
                                             ui::Hue::Indigo,
                                             invited_words};

class Invited final : public Plugin {
 public:
  explicit Invited(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    const auto page = [this] { return std::make_unique<InvitedPage>(host_); };
    registrar.page("/i", page);
    registrar.page("/i/*", page);
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(invited, alongside::feedback::invited_manifest, alongside::feedback::Invited)
