#include "plugins/direct_payments/model/statement/bank_line.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

StatementRow told_in_ledger(StatementRow row) {
  if (row.text.empty()) row.text = row.reference;
  if (!is_fit_text(row.text)) row.text = "\xE2\x80\x93";
  return row;
}

std::string likeness_of(const StatementRow& row) {
  return std::to_string(row.day.days()) + '|' + std::to_string(row.amount.pence()) + '|' + search_fold(row.text);
}

std::string line_key(const StatementRow& row, std::uint32_t ordinal) {
  return std::to_string(ordinal) + '|' + likeness_of(row);
}

std::int64_t account_change(const Transaction& transaction) {
  std::int64_t pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) == AccountKind::Asset) pence += posting.amount.pence();
  }
  return pence;
}

std::string bank_line_key(const Transaction& transaction) {
  StatementRow row;
  row.day = transaction.day;
  row.amount = Money::of_known(std::clamp(account_change(transaction), -Money::limit, Money::limit));
  row.text = transaction.text;
  return line_key(row, transaction.bank ? transaction.bank->ordinal : 0);
}

std::optional<LedgerFault> check_bank_note(const Transaction& transaction) {
  if (!transaction.bank) return {};
  const BankNote& bank = *transaction.bank;
  if (!bank.bank_id.empty() && !is_fit_text(bank.bank_id)) return LedgerFault::BadText;
  if (bank.ordinal >= BankNote::most_alike) return LedgerFault::BadUnits;
  return {};
}

}  // namespace alongside::direct_payments
