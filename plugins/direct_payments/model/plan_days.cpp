#include "plugins/direct_payments/model/plan_days.hpp"

#include "app/base/cycle.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t most_days = 2 * 366;

Cycle cycle_of(PlanEvery every, Date first) {
  constexpr std::uint16_t week = 7;
  if (every == PlanEvery::Month) return {first, 0, 1};
  return {first, every == PlanEvery::FourWeeks ? std::uint16_t{4 * week} : week, 0};
}

bool is_on(const PlanPattern& pattern, Date day) {
  if (pattern.time == PlanTime::Always) return true;
  const bool is_holiday = std::any_of(pattern.holidays.begin(), pattern.holidays.end(),
                                      [day](const DaySpan& span) { return span.first <= day && day <= span.last; });
  return is_holiday == (pattern.time == PlanTime::Holidays);
}

}  // namespace

std::vector<Date> plan_days(const PlanItem& item, Date first, Date last) {
  std::vector<Date> days;
  if (!may_touch(item, first, last)) return days;
  const PlanPattern pattern = pattern_of(item);
  if (pattern.every == PlanEvery::Once) return {item.day};
  if (pattern.until) last = std::min(last, *pattern.until);
  last = std::min(last, Date(first.days() + most_days));
  const Cycle cycle = cycle_of(pattern.every, item.day);
  std::int32_t number = std::max(0, cycle_number(cycle, first));
  for (Date day = cycle_day(cycle, number); day <= last; day = cycle_day(cycle, ++number)) {
    if (first <= day && is_on(pattern, day)) days.push_back(day);
  }
  return days;
}

std::int64_t planned_pence(const PlanItem& item, Date first, Date last) {
  return item.pence_each_time() * static_cast<std::int64_t>(plan_days(item, first, last).size());
}

bool says_the_same(const PlanItem* before, const PlanItem* after, const SentPeriod& period) {
  const std::int64_t was = before == nullptr ? 0 : planned_pence(*before, period.first, period.last);
  const std::int64_t is = after == nullptr ? 0 : planned_pence(*after, period.first, period.last);
  if (was != is) return false;
  return was == 0 || (before->name == after->name && before->category == after->category);
}

}  // namespace alongside::direct_payments
