// The local offer in the browser: a table of contents. Loaded the first time somebody goes to one
// of its pages.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/local_offer/pages/find_page.hpp"
#include "plugins/local_offer/pages/list_page.hpp"
#include "plugins/local_offer/pages/offer_store.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"
#include "plugins/local_offer/words.hpp"

namespace alongside::local_offer {
namespace {

constexpr PluginManifest local_offer_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
    "local_offer",
    "1",
    ui::Hue::Primary,
    alongside::local_offer_words};

class LocalOffer final : public Plugin {
 public:
  explicit LocalOffer(Host& host) : host_(host), store_(host), shortlist_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/find", [this] { return std::make_unique<FindPage>(host_, store_, shortlist_); });
    registrar.page("/list", [this] { return std::make_unique<ListPage>(host_, store_, shortlist_); });
    return {};
  }

 private:
  Host& host_;
  OfferStore store_;
  Shortlist shortlist_;
};

}  // namespace
}  // namespace alongside::local_offer

ALONGSIDE_PLUGIN(local_offer, alongside::local_offer::local_offer_manifest, alongside::local_offer::LocalOffer)
