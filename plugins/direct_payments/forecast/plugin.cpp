// "Will it last?" in the browser: a table of contents. A module of its own, fetched when somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"
#include "plugins/direct_payments/pages/forecast/forecast_page.hpp"
#include "plugins/forecast/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest forecast_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "forecast",
                                              "1",
                                              ui::Hue::Plum,
                                              forecast_words};

class ForecastModule final : public Plugin {
 public:
  explicit ForecastModule(Host& host) : host_(host), store_(host), rules_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/forecast", [this] { return std::make_unique<ForecastPage>(host_, store_, rules_); });
    return {};
  }

 private:
  Host& host_;
  BookStore store_;
  RulesReader rules_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(forecast, alongside::direct_payments::forecast_manifest, alongside::direct_payments::ForecastModule)
