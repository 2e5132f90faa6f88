// What the bank says was there beside what we say, on StatementPage, and what could explain a difference. Hints are
// questions: nothing is changed by itself.
#include "app/base/typed.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/statement/row_words.hpp"
#include "plugins/direct_payments/pages/statement/statement_page.hpp"

#include <cstdlib>
#include <string_view>
#include <variant>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void sum_ui(ui::Ui& ui, ui::Key key, ui::TextKey name, std::int64_t pence) {
  const auto row = ui.table_row(key);
  ui.cell(ui.tr(name));
  ui.cell(pence_text(pence));
}

// An account may be overdrawn: "-3.20" is an amount here.
std::optional<Money> closing_typed(std::string_view typed) {
  const std::size_t start = typed.find_first_not_of(' ');
  const bool is_below = start != std::string_view::npos && typed[start] == '-';
  const auto amount = read_amount(is_below ? typed.substr(start + 1) : typed, Money::of_known(Money::limit));
  if (const auto* money = std::get_if<Money>(&amount)) return is_below ? Money::of_known(-money->pence()) : *money;
  return std::get<AmountFault>(amount) == AmountFault::Zero ? std::optional(Money()) : std::nullopt;
}

void hint_ui(ui::Ui& ui, const DifferenceHint& hint, const FilePreview& preview, const Book& book) {
  if (hint.kind == DifferenceKind::NotInLedger) {
    ui.text(ui.tr("statements.hint.not_here"_t, {{"what", payment_text(ui, preview.rows[hint.row].row)}}));
    return;
  }
  const BookEntry* entry = book.entry(hint.transaction);
  if (entry == nullptr) return;
  const ui::TextKey text = hint.kind == DifferenceKind::NotAtBank  ? "statements.hint.not_there"_t
                           : hint.kind == DifferenceKind::OtherWay ? "statements.hint.other_way"_t
                                                                   : "statements.hint.swapped"_t;
  ui.link("see", ui.tr(text, {{"what", entry_text(ui, entry->transaction)}, {"money", hint.should_be.text()}}),
          "/money/entry/" + entry->id.text(), ui::LinkLook::Standalone);
}

}  // namespace

void StatementPage::balance_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview) {
  const auto balance = bank_balance(preview.rows, *desk_.statement());
  if (!balance) return;
  const auto card = ui.card("balance", ui::CardLook::Plain);
  ui.heading(2, ui.tr("statements.balance"_t));
  const std::string day = day_text(ui, balance->last);
  std::optional<Money> closing = balance->closing;
  if (!closing) {
    const bool is_typed = closing_.find_first_not_of(' ') != std::string::npos;
    closing = is_typed ? closing_typed(closing_) : std::nullopt;
    ui.text_field("closing",
                  {ui.tr("statements.closing"_t, {{"day", day}}), ui.tr("statements.closing.hint"_t),
                   is_typed && !closing ? ui.tr("statements.closing.hint"_t) : std::string()},
                  closing_, {.mode = ui::InputMode::Decimal, .max_length = 30, .max_width = 240});
  }
  if (!closing) return;
  checkup_ui(ui, preview, *balance,
             check_against(*balance, *closing, preview, known_payments(store_.book(), agreement.id)));
}

void StatementPage::checkup_ui(ui::Ui& ui, const FilePreview& preview, const BankBalance& balance,
                               const BalanceCheckup& checkup) {
  const std::string day = day_text(ui, balance.last);
  {
    const auto table = ui.table("balances", ui.tr("statements.balance.caption"_t, {{"day", day}}),
                                {{ui.tr("statements.balance.who"_t), ui::Align::Start, 2},
                                 {ui.tr("statements.balance.money"_t), ui::Align::End, 1}});
    sum_ui(ui, "bank", "statements.balance.bank"_t, checkup.bank);
    const bool are_more = preview.count(RowStanding::New) > 0;
    sum_ui(ui, "here", are_more ? "statements.balance.with_new"_t : "statements.balance.here"_t, checkup.ledger);
    sum_ui(ui, "difference", "statements.balance.difference"_t, checkup.difference());
  }
  if (checkup.difference() == 0)
    return ui.notice(ui::Tone::Good, ui::Icon::Check, ui.tr("statements.balance.agrees"_t));
  const std::string money = pence_text(std::abs(checkup.difference()));
  ui.notice(
      ui::Tone::Warn, ui::Icon::Info,
      ui.tr(checkup.difference() > 0 ? "statements.balance.more"_t : "statements.balance.less"_t, {{"money", money}}));
  if (checkup.before != 0)
    ui.text(ui.tr("statements.balance.before"_t,
                  {{"money", pence_text(std::abs(checkup.before))}, {"day", day_text(ui, balance.first)}}));
  if (checkup.days.hints.empty()) return tell(ui, "statements.hint.none"_t);
  const auto list = ui.list("hints", ui.tr("statements.hint.title"_t), ui::ListLook::Bullets);
  for (std::size_t i = 0; i < checkup.days.hints.size(); ++i) {
    const auto item = ui.list_item(ui::Key("hint", i));
    hint_ui(ui, checkup.days.hints[i], preview, store_.book());
  }
}

}  // namespace alongside::direct_payments
