// On which days a line of the plan falls, and what it costs in a stretch of days: once, or every week, four weeks or
// month, in term time or in the holidays alone. Pure, and worked out from the line itself, so that the device and the
// council find the same. Used by what is left, by returns, by "Will it last?" and by the plan.
#pragma once

#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::direct_payments {

// In order, both ends counted, and never further than two years.
std::vector<Date> plan_days(const PlanItem& item, Date first, Date last);
std::int64_t planned_pence(const PlanItem& item, Date first, Date last);

// Whether a change of a line leaves what it says in a sent period: what it costs there, its name and category. Null:
// the line is not there, before or after.
bool says_the_same(const PlanItem* before, const PlanItem* after, const SentPeriod& period);

}  // namespace alongside::direct_payments
