// ConfirmPage: the family hands its phone to the worker, who reads their hours of a pay period, and only those, and
// says whether they are right. Works without a network.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/employing/model/work_rules.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::employing {

class ConfirmPage final : public Page {
 public:
  ConfirmPage(Host& host, WorkStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void hours_ui(ui::Ui& ui, const std::vector<const BookEntry*>& entries);
  void answer_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries);
  void wrong_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries);
  void done_ui(ui::Ui& ui);
  void say(const BookWorker& one, const std::vector<const BookEntry*>& entries, WorkerSays says);

  Host& host_;
  WorkStore& store_;
  Route route_;
  bool is_wrong_ = false;
  std::string words_;
  std::optional<WorkFault> fault_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  bool wants_focus_ = false;
};

}  // namespace alongside::employing
