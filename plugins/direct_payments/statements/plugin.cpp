// A bank's file, in the browser: a table of contents. A module of its own, fetched when somebody goes there: the
// readers of banks' files are most of it.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"
#include "plugins/direct_payments/pages/statement/statement_page.hpp"
#include "plugins/statements/words.hpp"

namespace alongside::direct_payments {
namespace {

constexpr PluginManifest statements_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                                "statements",
                                                "1",
                                                ui::Hue::Plum,
                                                statements_words};

class StatementsModule final : public Plugin {
 public:
  explicit StatementsModule(Host& host) : host_(host), store_(host), desk_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/money/statement", [this] { return std::make_unique<StatementPage>(host_, store_, desk_); });
    return {};
  }

 private:
  Host& host_;
  BookStore store_;
  StatementDesk desk_;
};

}  // namespace
}  // namespace alongside::direct_payments

ALONGSIDE_PLUGIN(statements, alongside::direct_payments::statements_manifest,
                 alongside::direct_payments::StatementsModule)
