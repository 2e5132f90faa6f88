// The words for workers, hours and costs that several screens of employing use.
#pragma once

#include "plugins/employing/model/work_book.hpp"
#include "plugins/employing/model/work_rules.hpp"
#include "plugins/employing/pages/work_store.hpp"

#include <string>

namespace alongside {
class Host;
struct Route;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::employing {

std::string kind_text(const ui::Ui& ui, EntryKind kind);
std::string hours_text(const ui::Ui& ui, std::int64_t minutes);  // "3 hours 30 minutes"
std::string pence_text(std::int64_t pence);
std::string days_text(const ui::Ui& ui, PayDays days);  // "2 November 2026 to 29 November 2026"
// "Saved on this device. It goes to us when there is a network." Empty when the council has it.
std::string progress_text(const ui::Ui& ui, Progress progress);
// What to put right in what was typed.
std::string fault_text(const ui::Ui& ui, WorkFault fault);
std::string refused_text(const ui::Ui& ui, const BookChange& change);
void confirmed_ui(ui::Ui& ui, const BookEntry& one);
void sign_in_ui(ui::Ui& ui, const Route& here);
// "We explain. A payroll service works out and reports the pay."
void no_payroll_ui(ui::Ui& ui);
// Where the figures come from, those that are not confirmed marked; nothing when none was used.
void sources_ui(ui::Ui& ui, const FigureReader& figures);
// While there are no figures: why, and a way to try again. True when they are there.
bool has_figures_ui(ui::Ui& ui, WorkStore& store);
// Each line of what a pay costs.
void pay_lines_ui(ui::Ui& ui, const PayCost& cost);

}  // namespace alongside::employing
