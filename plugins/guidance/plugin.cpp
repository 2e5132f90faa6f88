// Guidance in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/guidance/pages/growing_page.hpp"
#include "plugins/guidance/pages/rights_page.hpp"
#include "plugins/guidance/pages/topic_page.hpp"
#include "plugins/guidance/pages/when_page.hpp"
#include "plugins/guidance/words.hpp"

namespace alongside::guidance {
namespace {

constexpr PluginManifest guidance_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "guidance",
                                              "1",
                                              ui::Hue::Indigo,
                                              guidance_words};

class Guidance final : public Plugin {
 public:
  explicit Guidance(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    for (const char* route : {"/rights", "/rights/service/*"})
      registrar.page(route, [this] { return std::make_unique<RightsPage>(host_, store_); });
    registrar.page("/rights/when", [this] { return std::make_unique<WhenPage>(host_, store_); });
    registrar.page("/rights/about/*", [this] { return std::make_unique<TopicPage>(host_, store_, Shelf::Rights); });
    registrar.page("/growing-up", [this] { return std::make_unique<GrowingPage>(host_, store_); });
    registrar.page("/growing-up/*", [this] { return std::make_unique<TopicPage>(host_, store_, Shelf::GrowingUp); });
    return {};
  }

 private:
  Host& host_;
  GuidanceStore store_;
};

}  // namespace
}  // namespace alongside::guidance

ALONGSIDE_PLUGIN(guidance, alongside::guidance::guidance_manifest, alongside::guidance::Guidance)
