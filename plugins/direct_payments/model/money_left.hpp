// MoneyLeft: what a period has and had, to the penny: brought over + paid in − spent = left, and left −
// planned = free. Worked out from the ledger and the plan each time, never stored. Used by every
// money screen and by the question whether the budget can pay for something.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/plan_item.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <cstdint>
#include <span>

namespace alongside::direct_payments {

struct MoneyLeft {
  BudgetPeriod period;
  std::int64_t brought = 0;  // all in pence
  std::int64_t paid_in = 0;
  std::int64_t spent = 0;
  std::int64_t planned = 0;  // still to come in this period
  std::int64_t left() const { return brought + paid_in - spent; }
  std::int64_t free() const { return left() - planned; }
};

// A plan item as kept: payments point to it by its id.
struct PlannedItem {
  DocumentId id;
  PlanItem item;
};

MoneyLeft money_left(DocumentId id, const Agreement& agreement, std::span<const Transaction> ledger,
                     std::span<const PlannedItem> plan, BudgetPeriod period);

// What of a plan item is still to be spent in these days, never below zero: its cost less what was spent on it; of what
// comes again and again, less what was spent on it in these days.
std::int64_t still_planned(const PlannedItem& item, std::span<const Transaction> ledger, Date first, Date last);
// What a transaction spent, of all categories together; below zero for a reversal or a refund.
std::int64_t spent_by(const Transaction& transaction);

// Pence as Money. Sums of a family's ledger are far within its limit; beyond it, the limit.
Money money_of(std::int64_t pence);

}  // namespace alongside::direct_payments
