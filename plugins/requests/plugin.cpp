// Requests in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/requests/pages/new_request_page.hpp"
#include "plugins/requests/pages/request_page.hpp"
#include "plugins/requests/pages/requests_page.hpp"
#include "plugins/requests/words.hpp"

namespace alongside::requests {
namespace {

constexpr PluginManifest requests_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "requests",
                                              "1",
                                              ui::Hue::Primary,
                                              requests_words};

class Requests final : public Plugin {
 public:
  explicit Requests(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/requests", [this] { return std::make_unique<RequestsPage>(host_, store_); });
    registrar.page("/requests/new", [this] { return std::make_unique<NewRequestPage>(host_, store_); });
    registrar.page("/requests/one/*", [this] { return std::make_unique<RequestPage>(host_, store_); });
    registrar.summary({[this] { return has_summary(store_); },
                       [this](ui::Ui& ui) -> Result<void> {
                         summary_ui(ui, store_);
                         return {};
                       }});
    return {};
  }

 private:
  Host& host_;
  RequestStore store_;
};

}  // namespace
}  // namespace alongside::requests

ALONGSIDE_PLUGIN(requests, alongside::requests::requests_manifest, alongside::requests::Requests)
