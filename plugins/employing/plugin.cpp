// Employing in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/employing/pages/confirm_page.hpp"
#include "plugins/employing/pages/cost_page.hpp"
#include "plugins/employing/pages/worker_form_page.hpp"
#include "plugins/employing/pages/worker_page.hpp"
#include "plugins/employing/pages/workers_page.hpp"
#include "plugins/employing/words.hpp"

namespace alongside::employing {
namespace {

constexpr PluginManifest employing_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                               "employing",
                                               "1",
                                               ui::Hue::Plum,
                                               employing_words};

class Employing final : public Plugin {
 public:
  explicit Employing(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/pa", [this] { return std::make_unique<WorkersPage>(host_, store_); });
    registrar.page("/pa/new", [this] { return std::make_unique<WorkerFormPage>(host_, store_); });
    registrar.page("/pa/cost", [this] { return std::make_unique<CostPage>(host_, store_); });
    registrar.page("/pa/one/*", [this] { return std::make_unique<WorkerPage>(host_, store_); });
    registrar.page("/pa/change/*", [this] { return std::make_unique<WorkerFormPage>(host_, store_); });
    registrar.page("/pa/confirm/*", [this] { return std::make_unique<ConfirmPage>(host_, store_); });
    registrar.summary({[this] { return has_summary(store_); },
                       [this](ui::Ui& ui) -> Result<void> {
                         summary_ui(ui, store_);
                         return {};
                       }});
    return {};
  }

 private:
  Host& host_;
  WorkStore store_;
};

}  // namespace
}  // namespace alongside::employing

ALONGSIDE_PLUGIN(employing, alongside::employing::employing_manifest, alongside::employing::Employing)
