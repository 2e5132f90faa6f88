#include "plugins/direct_payments/model/money_left.hpp"

#include "plugins/direct_payments/model/plan_days.hpp"

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

std::int64_t still_planned(const PlannedItem& item, std::span<const Transaction> ledger, Date first, Date last) {
  std::int64_t pence = planned_pence(item.item, first, last);
  if (pence == 0) return 0;
  const bool is_once = every_of(item.item) == PlanEvery::Once;
  for (const Transaction& transaction : ledger) {
    const bool counts = is_once || (first <= transaction.day && transaction.day <= last);
    if (counts && transaction.plan_item == item.id) pence -= spent_by(transaction);
  }
  return std::max<std::int64_t>(0, pence);
}

MoneyLeft money_left(DocumentId id, const Agreement& agreement, std::span<const Transaction> ledger,
                     std::span<const PlannedItem> plan, BudgetPeriod period) {
  MoneyLeft left;
  left.period = period;
  const Date last = agreement.ends ? std::min(*agreement.ends, period.last) : period.last;
  for (const Transaction& transaction : ledger) {
    if (transaction.agreement != id) continue;
    if (transaction.day < period.first) left.brought += sum_of(transaction, AccountKind::Asset);
    if (!period.holds(transaction.day)) continue;
    left.spent += spent_by(transaction);
    left.paid_in -= sum_of(transaction, AccountKind::Income) + sum_of(transaction, AccountKind::Equity);
  }
  for (const PlannedItem& item : plan) {
    if (item.item.agreement == id) left.planned += still_planned(item, ledger, period.first, last);
  }
  return left;
}

Money money_of(std::int64_t pence) { return Money::from_pence(std::clamp(pence, -Money::limit, Money::limit)).value(); }

}  // namespace alongside::direct_payments
