#include "plugins/direct_payments/pages/agreed/move_money_ui.hpp"

#include "app/base/clock.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::int64_t there(const Book& book, DocumentId agreement, Account account) {
  std::int64_t pence = 0;
  for (const BookEntry& entry : book.entries) {
    if (entry.transaction.agreement != agreement) continue;
    for (const Posting& posting : entry.transaction.postings) {
      if (posting.account == account) pence += posting.amount.pence();
    }
  }
  return pence;
}

std::string from_text(const ui::Ui& ui, Account account) {
  if (account == Account::PrepaidCard) return ui.tr("agreed.move.card"_t);
  return account == Account::ManagedAccount ? ui.tr("agreed.move.managed"_t) : ui.tr("agreed.move.bank"_t);
}

RecordTransaction moved(const BookAgreement& of, Account from, Account to, std::int64_t pence, Date day,
                        std::string text) {
  RecordTransaction record;
  record.agreement = mark_of(of.id);
  record.day = day;
  record.text = std::move(text);
  record.postings = {{to, money_of(pence)}, {from, money_of(-pence)}};
  return record;
}

}  // namespace

void MoveMoney::draw_ui(ui::Ui& ui, const Book& book, const BookAgreement& of, std::string_view keeper) {
  if (saving_.state() == SavingState::Saved) ui.status("moved", ui.tr("agreed.move.done"_t));
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("moved", ui.tr("direct_payments.progress.saving"_t));
  const Date today = host_.clock().today();
  const Account now = account_on(of.agreement, today);
  for (const Account account : {Account::Bank, Account::PrepaidCard, Account::ManagedAccount}) {
    const std::int64_t pence = there(book, of.id, account);
    if (account == now || pence <= 0) continue;
    const auto card = ui.card("move", ui::CardLook::Band);
    ui.heading(2, ui.tr("agreed.move"_t));
    ui.text(ui.tr("agreed.move.there"_t, {{"money", pence_text(pence)}, {"where", from_text(ui, account)}}));
    const std::string to = kept_text(ui, now, keeper);
    ui.text(ui.tr("agreed.move.do"_t, {{"where", to}}));
    if (!ui.button("moved", ui.tr("agreed.move.go"_t, {{"money", pence_text(pence)}}), ui::ButtonLook::Primary)) return;
    const std::int64_t part = std::min(pence, Transaction::most_pence);
    saving_.start(
        host_,
        change_of(of.subject, moved(of, account, now, part, today, ui.tr("agreed.move.text"_t, {{"where", to}}))),
        [] {});
    return;
  }
}

}  // namespace alongside::direct_payments
