#include "plugins/direct_payments/pages/returns/return_words.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/returns/return_file.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/returns/period_pack.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void sum_ui(ui::Ui& ui, ui::Key key, const std::string& name, Money money) {
  const auto row = ui.table_row(key);
  ui.cell(name);
  ui.cell(money.text());
}

}  // namespace

std::string period_text(const ui::Ui& ui, Date first, Date last) {
  return ui.tr("returns.period"_t, {{"first", day_text(ui, first)}, {"last", day_text(ui, last)}});
}

std::string state_text(const ui::Ui& ui, ReturnState state) {
  switch (state) {
    case ReturnState::Question: return ui.tr("returns.state.question"_t);
    case ReturnState::Accepted: return ui.tr("returns.state.accepted"_t);
    case ReturnState::Reopened: return ui.tr("returns.state.reopened"_t);
    case ReturnState::Sent: break;
  }
  return ui.tr("returns.state.sent"_t);
}

void state_badge_ui(ui::Ui& ui, ReturnState state) {
  const bool is_yours = state == ReturnState::Question || state == ReturnState::Reopened;
  const ui::Tone tone = state == ReturnState::Accepted ? ui::Tone::Good : is_yours ? ui::Tone::Warn : ui::Tone::Accent;
  const ui::Icon icon = state == ReturnState::Accepted ? ui::Icon::Check : is_yours ? ui::Icon::Help : ui::Icon::Clock;
  ui.badge(tone, icon, state_text(ui, state));
}

void figures_ui(ui::Ui& ui, const ReturnFigures& figures) {
  const auto table =
      ui.table("figures", ui.tr("returns.figures"_t),
               {{ui.tr("returns.what"_t), ui::Align::Start, 2}, {ui.tr("returns.money"_t), ui::Align::End, 1}});
  sum_ui(ui, "opening", ui.tr("returns.opening"_t), figures.opening);
  sum_ui(ui, "council", ui.tr("returns.from_council"_t), figures.from_council);
  if (figures.contribution != Money()) sum_ui(ui, "own", ui.tr("returns.contribution"_t), figures.contribution);
  if (figures.brought_in != Money()) sum_ui(ui, "brought", ui.tr("returns.brought_in"_t), figures.brought_in);
  sum_ui(ui, "spent", ui.tr("returns.spent"_t), figures.spent);
  if (figures.repaid != Money()) sum_ui(ui, "repaid", ui.tr("returns.repaid"_t), figures.repaid);
  sum_ui(ui, "closing", ui.tr("returns.closing"_t), figures.closing);
}

void plan_lines_ui(ui::Ui& ui, const ReturnFigures& figures) {
  if (figures.lines.empty()) return;
  const auto table = ui.table("lines", ui.tr("returns.lines"_t),
                              {{ui.tr("returns.what"_t), ui::Align::Start, 2},
                               {ui.tr("returns.planned"_t), ui::Align::End, 1},
                               {ui.tr("returns.spent"_t), ui::Align::End, 1}});
  for (std::size_t i = 0; i < figures.lines.size(); ++i) {
    const ReturnLine& line = figures.lines[i];
    const auto row = ui.table_row(ui::Key("line", i));
    ui.cell(line.plan_item.is_nil() ? ui.tr("returns.unplanned"_t, {{"category", category_text(ui, line.category)}})
                                    : line.name);
    ui.cell(line.planned.text());
    ui.cell(line.spent.text());
  }
}

std::string day_fault_text(const ui::Ui& ui, DayFault fault) {
  return fault == DayFault::NoSuchDay ? ui.tr("returns.error.no_such_day"_t) : ui.tr("returns.error.day"_t);
}

std::vector<ui::FieldError> statement_errors(const ui::Ui& ui, const StatementFaults& faults) {
  std::vector<ui::FieldError> errors;
  if (faults.first) errors.push_back({"first", day_fault_text(ui, *faults.first)});
  if (faults.last) errors.push_back({"last", day_fault_text(ui, *faults.last)});
  if (faults.is_turned) errors.push_back({"last", ui.tr("returns.error.turned"_t)});
  if (faults.closing) errors.push_back({"closing", ui.tr("returns.error.closing"_t)});
  return errors;
}

void keep_ui(ui::Ui& ui, const Records& records, const Book& book, DocumentId agreement, const PeriodPack& pack,
             std::uint16_t keep_years) {
  const auto card = ui.card("keep", ui::CardLook::Soft);
  ui.heading(2, ui.tr("returns.keep"_t));
  if (keep_years > 0) ui.text(ui.plural("returns.keep.years"_t, keep_years));
  ui.sentence("returns.keep.print"_t);
  const std::string file = return_file(agreement, pack.period, pack.figures, kept_in(book),
                                       written_answers(records, agreement, pack.period.last));
  ui.link("file", ui.tr("returns.keep.file"_t), data_address(file), ui::LinkLook::Standalone);
}

}  // namespace alongside::direct_payments
