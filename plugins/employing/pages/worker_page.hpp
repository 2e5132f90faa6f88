// WorkerPage: one worker in one pay period: their hours, the way to write down and to correct them, what the pay costs,
// and the file for the payroll service.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/employing/pages/hours_form.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <string>

namespace alongside::employing {

class WorkerPage final : public Page {
 public:
  WorkerPage(Host& host, WorkStore& store) : host_(host), store_(store), form_(host, store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void period_ui(ui::Ui& ui, const BookWorker& one, PayDays days);
  void entries_ui(ui::Ui& ui, const std::vector<const BookEntry*>& entries, Hand hand);
  void entry_ui(ui::Ui& ui, const BookEntry& one, Hand hand);
  void confirm_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries, PayDays days);
  void cost_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries, PayDays days);
  void sick_ui(ui::Ui& ui, FigureReader& figures, const BookWorker& one, const std::vector<const BookEntry*>& entries,
               PayDays days);
  void file_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries, PayDays days);

  Host& host_;
  WorkStore& store_;
  Route route_;
  HoursForm form_;
};

}  // namespace alongside::employing
