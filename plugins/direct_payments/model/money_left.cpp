#include "plugins/direct_payments/model/money_left.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

std::int64_t sum_of(const Transaction& transaction, AccountKind kind) {
  std::int64_t pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) == kind) pence += posting.amount.pence();
  }
  return pence;
}

}  // namespace

std::int64_t spent_by(const Transaction& transaction) { return sum_of(transaction, AccountKind::Expense); }

std::int64_t still_planned(const PlannedItem& item, std::span<const Transaction> ledger) {
  std::int64_t pence = item.item.unit_cost.pence() * item.item.units;
  for (const Transaction& transaction : ledger) {
    if (transaction.plan_item == item.id) pence -= spent_by(transaction);
  }
  return std::max<std::int64_t>(0, pence);
}

MoneyLeft money_left(DocumentId id, const Agreement& agreement, std::span<const Transaction> ledger,
                     std::span<const PlannedItem> plan, BudgetPeriod period) {
  MoneyLeft left;
  left.period = period;
  for (const Transaction& transaction : ledger) {
    if (transaction.agreement != id) continue;
    if (transaction.day < period.first) left.brought += sum_of(transaction, AccountKind::Asset);
    if (!period.holds(transaction.day)) continue;
    left.spent += spent_by(transaction);
    left.paid_in -= sum_of(transaction, AccountKind::Income) + sum_of(transaction, AccountKind::Equity);
  }
  for (const PlannedItem& item : plan) {
    if (item.item.agreement == id && period_of(agreement, item.item.day) == period)
      left.planned += still_planned(item, ledger);
  }
  return left;
}

Money money_of(std::int64_t pence) { return Money::from_pence(std::clamp(pence, -Money::limit, Money::limit)).value(); }

}  // namespace alongside::direct_payments
