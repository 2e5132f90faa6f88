#include "plugins/direct_payments/model/money_in_form.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/money_left.hpp"

#include <utility>

namespace alongside::direct_payments {
namespace {

Account other_side(const MoneyInForm& form) {
  switch (kind_of(form)) {
    case MoneyInKind::Own: return Account::FamilyContribution;
    case MoneyInKind::Before: return Account::OpeningBalance;
    case MoneyInKind::Repaid: return Account::RepaidToCouncil;
    case MoneyInKind::Refund: break;
  }
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (kind_of(account) == AccountKind::Expense && name_of(account) == form.category) return account;
  }
  return Account::OtherSpending;
}

std::optional<MoneyInDay> fault_of(const Transaction& transaction, const BookAgreement& of, const Book& book,
                                   Date today) {
  const auto fault = check_transaction(transaction, of.agreement, today);
  if (fault == LedgerFault::TooFarAhead) return MoneyInDay::Later;
  if (fault == LedgerFault::BeforeAgreement) return MoneyInDay::TooEarly;
  if (fault == LedgerFault::AfterAgreement) return MoneyInDay::TooLate;
  if (check_not_sent(transaction.day, book.sent(of.id))) return MoneyInDay::Sent;
  return {};
}

}  // namespace

MoneyInKind kind_of(const MoneyInForm& form) {
  for (std::size_t i = 0; i < money_in_kinds; ++i) {
    if (name_of(static_cast<MoneyInKind>(i)) == form.kind) return static_cast<MoneyInKind>(i);
  }
  return MoneyInKind::Own;
}

std::variant<RecordTransaction, MoneyInFaults> check(const MoneyInForm& form, std::string_view usual, const Book& book,
                                                     const BookAgreement& of, Date today) {
  MoneyInFaults faults;
  Transaction transaction;
  const std::string_view typed = trim(form.what);
  transaction.text = typed.empty() ? usual : typed;
  faults.is_text_wrong = !is_fit_text(transaction.text);
  const auto amount = read_amount(form.amount, money_of(Transaction::most_pence));
  const Money* money = std::get_if<Money>(&amount);
  faults.is_amount_wrong = money == nullptr;
  const auto day = read_day(form.day);
  const bool is_before = kind_of(form) == MoneyInKind::Before;
  if (is_before || std::holds_alternative<Date>(day)) {
    transaction.day = is_before ? of.agreement.starts : std::get<Date>(day);
    const bool goes_out = kind_of(form) == MoneyInKind::Repaid;
    const std::int64_t pence = money == nullptr ? 1 : money->pence();
    const Money in = money_of(goes_out ? -pence : pence);
    transaction.postings = {{account_on(of.agreement, transaction.day), in},
                            {other_side(form), Money().minus(in).value()}};
    if (faults.is_text_wrong) transaction.text = "-";  // the day is looked at all the same
    faults.day = fault_of(transaction, of, book, today);
  } else {
    faults.day = MoneyInDay::NotADay;
  }
  if (!faults.none()) return faults;
  RecordTransaction record;
  record.agreement = mark_of(of.id);
  record.day = transaction.day;
  record.postings = std::move(transaction.postings);
  record.text = std::move(transaction.text);
  return record;
}

std::int64_t written_as_before(const Book& book, DocumentId agreement) {
  std::int64_t pence = 0;
  for (const BookEntry& entry : book.entries) {
    if (entry.transaction.agreement != agreement) continue;
    for (const Posting& posting : entry.transaction.postings) {
      if (posting.account == Account::OpeningBalance) pence -= posting.amount.pence();
    }
  }
  return pence;
}

}  // namespace alongside::direct_payments
