#include "plugins/direct_payments/pages/statement/row_words.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

#include <cstdlib>
#include <iterator>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

// In the order of LineReason, from Blank on. Letters in place: a module has to put each pointer right when it is
// loaded.
constexpr char line_keys[][40] = {
    "statements.line.blank",
    "statements.line.header",
    "statements.line.remark",
    "statements.line.balance_only",
    "statements.line.no_money",
    "statements.line.not_booked",
    "statements.line.other_section",
    "statements.line.no_day",
    "statements.line.not_a_day",
    "statements.line.no_such_day",
    "statements.line.day_far_away",
    "statements.line.no_amount",
    "statements.line.not_an_amount",
    "statements.line.decimal_comma",
    "statements.line.too_many_pence",
    "statements.line.amount_too_large",
    "statements.line.both_directions",
    "statements.line.sign_unclear",
    "statements.line.amounts_disagree",
    "statements.line.bad_balance",
    "statements.line.other_currency",
    "statements.line.fee_apart",
    "statements.line.unfinished_quote",
    "statements.line.misplaced_quote",
    "statements.line.too_many_cells",
    "statements.line.cell_too_long",
    "statements.line.not_text",
    "statements.line.cut_off",
};
static_assert(std::size(line_keys) == line_reason_count - 1);

// What no bank makes is told like any other file that is none of a bank's: with what to ask the bank for.
constexpr char fault_keys[][40] = {
    "statements.fault.empty",           "statements.fault.too_large",
    "statements.fault.too_many_lines",  "statements.fault.pdf",
    "statements.fault.spreadsheet",     "statements.fault.unknown_format",
    "statements.fault.unknown_columns", "statements.fault.unknown_format",
    "statements.fault.unknown_format",
};
static_assert(std::size(fault_keys) == statement_fault_count);

constexpr char match_keys[][40] = {
    "statements.match.nothing_like_it", "statements.match.one_more",      "statements.match.same_bank_id",
    "statements.match.same_row",        "statements.match.bank_id_twice", "statements.match.bank_id_reused",
    "statements.match.balance_differs", "statements.match.typed_by_hand", "statements.match.text_differs",
    "statements.match.day_moved",
};
static_assert(std::size(match_keys) == match_reason_count);

// The payment in the ledger that a row is, or may be: "Bus, Friday 20 November".
std::string other_text(const ui::Ui& ui, DocumentId id, const Book& book) {
  const BookEntry* entry = id.is_nil() ? nullptr : book.entry(id);
  if (entry == nullptr) return {};
  return ui.tr("statements.other"_t,
               {{"what", entry_text(ui, entry->transaction)}, {"day", day_text(ui, entry->transaction.day)}});
}

}  // namespace

void tell(ui::Ui& ui, ui::TextKey key, ui::TextLook look) { ui.sentence(key, look); }

std::string line_text(const ui::Ui& ui, LineReason reason) {
  const auto at = static_cast<std::size_t>(reason);
  return at == 0 ? std::string() : ui.tr(ui::TextKey{line_keys[at - 1]});
}

std::string fault_text(const ui::Ui& ui, const StatementDesk::Fault& fault) {
  if (const auto* why = std::get_if<StatementFault>(&fault))
    return ui.tr(ui::TextKey{fault_keys[static_cast<std::size_t>(*why)]});
  return ui.tr("statements.fault.gone"_t);
}

std::string payment_text(const ui::Ui& ui, const StatementRow& row) {
  const std::string money = pence_text(std::abs(row.amount.pence()));
  return ui.tr(row.amount < Money() ? "statements.paid_out"_t : "statements.paid_in"_t,
               {{"what", row.text}, {"money", money}});
}

std::string category_of_row_text(const ui::Ui& ui, const PreviewRow& row, const Book& book) {
  if (const BookPlan* plan = book.planned(row.plan_item))
    return ui.tr("statements.as.plan"_t, {{"name", plan->item.name}});
  if (row.category == Account::FamilyContribution) return ui.tr("statements.as.own"_t);
  if (row.category == Account::RepaidToCouncil) return ui.tr("statements.as.repaid"_t);
  const std::string category = category_text(ui, row.category);
  return row.row.amount > Money() ? ui.tr("statements.as.back"_t, {{"category", category}}) : category;
}

std::string reason_text(const ui::Ui& ui, const PreviewRow& row, const Book& book) {
  switch (row.reason) {
    case RowReason::Said: return ui.tr("statements.reason.said"_t);
    case RowReason::OurPayment: return ui.tr("statements.reason.ours"_t);
    case RowReason::MoneyIn: return ui.tr("statements.reason.money_in"_t);
    case RowReason::Sent: return ui.tr("statements.reason.sent"_t);
    case RowReason::Early: return ui.tr("statements.reason.early"_t);
    case RowReason::Late: return ui.tr("statements.reason.late"_t);
    case RowReason::Match: break;
  }
  const std::string why = ui.tr(ui::TextKey{match_keys[static_cast<std::size_t>(row.match.reason)]});
  const std::string other = other_text(ui, row.transaction, book);
  return other.empty() ? why : ui.tr("statements.reason.with"_t, {{"why", why}, {"other", other}});
}

std::string more_text(const ui::Ui& ui, std::size_t count) {
  return ui.tr("statements.more"_t, {{"n", std::to_string(count)}});
}

}  // namespace alongside::direct_payments
