// WorkersPage: whom the family employs, the way to add somebody and to see what it would cost, and what an employer
// must see to.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <string>

namespace alongside::employing {

class WorkersPage final : public Page {
 public:
  WorkersPage(Host& host, WorkStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override { route_ = route; }
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void family_ui(ui::Ui& ui);
  void refused_ui(ui::Ui& ui);
  void list_ui(ui::Ui& ui);

  Host& host_;
  WorkStore& store_;
  Route route_;
};

// The lines on the home page: whose hours nobody has confirmed yet.
bool has_summary(WorkStore& store);
void summary_ui(ui::Ui& ui, WorkStore& store);

}  // namespace alongside::employing
