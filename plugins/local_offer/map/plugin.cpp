// The map of the local offer in the browser: a table of contents. A module of its own, so that whoever reads the list
// need not fetch it; it shares the model and the search with the list, and so agrees with it.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/local_offer/pages/map/map_page.hpp"
#include "plugins/map/words.hpp"

namespace alongside::local_offer {
namespace {

constexpr PluginManifest map_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "map", "1", ui::Hue::Primary, map_words};

class OfferMap final : public Plugin {
 public:
  explicit OfferMap(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/map", [this] { return std::make_unique<MapPage>(host_, store_, base_, memory_); });
    return {};
  }

 private:
  Host& host_;
  OfferStore store_;
  Fetched<MapBase> base_;
  MapMemory memory_;
};

}  // namespace
}  // namespace alongside::local_offer

ALONGSIDE_PLUGIN(map, alongside::local_offer::map_manifest, alongside::local_offer::OfferMap)
