// The sentences and tables that the screens of returns share.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/returns/return_form.hpp"

#include <string>
#include <vector>

namespace alongside {
class Host;
class Records;
namespace ui {
class Ui;
struct FieldError;
}  // namespace ui
}  // namespace alongside

namespace alongside::direct_payments {

struct PeriodPack;

std::string period_text(const ui::Ui& ui, Date first, Date last);
std::string state_text(const ui::Ui& ui, ReturnState state);
void state_badge_ui(ui::Ui& ui, ReturnState state);
void figures_ui(ui::Ui& ui, const ReturnFigures& figures);
void plan_lines_ui(ui::Ui& ui, const ReturnFigures& figures);
// Statement errors beside their fields and in the summary.
std::string day_fault_text(const ui::Ui& ui, DayFault fault);
std::vector<ui::FieldError> statement_errors(const ui::Ui& ui, const StatementFaults& faults);
// A link that saves the period as a file, and how to print it.
void keep_ui(ui::Ui& ui, const Records& records, const Book& book, DocumentId agreement, const PeriodPack& pack,
             std::uint16_t keep_years);

}  // namespace alongside::direct_payments
