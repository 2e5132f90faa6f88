// WorkerFormPage: adds somebody whom the family pays, or changes what is known of them. A new one is kept as a draft as
// it is typed; both work without a network.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/employing/model/worker_form.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <string>
#include <vector>

namespace alongside::employing {

class WorkerFormPage final : public Page {
 public:
  WorkerFormPage(Host& host, WorkStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void begin(const BookWorker* old);
  void form_ui(ui::Ui& ui, const BookWorker* old);
  bool who_ui(ui::Ui& ui, const BookWorker* old);
  bool pay_ui(ui::Ui& ui);
  bool age_ui(ui::Ui& ui);
  bool rules_ui(ui::Ui& ui);
  void wage_ui(ui::Ui& ui);
  void errors_ui(ui::Ui& ui);
  std::string error_of(const ui::Ui& ui, WorkerField field) const;
  void save(const BookWorker* old);
  void done_ui(ui::Ui& ui);

  Host& host_;
  WorkStore& store_;
  Route route_;
  bool has_begun_ = false;
  WorkerForm form_;
  wire::Version seen_;  // of the worker, when the form was filled; none: a new one
  std::vector<WorkerMistake> mistakes_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  DocumentId saved_;
  bool wants_focus_ = false;  // once, when the form has made way for what comes next
};

}  // namespace alongside::employing
