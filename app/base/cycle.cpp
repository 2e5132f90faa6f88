#include "app/base/cycle.hpp"

#include <algorithm>

namespace alongside {
namespace {

constexpr std::int32_t months_of_year = 12;
constexpr int shortest_month = 28;

std::int32_t divided_down(std::int32_t number, std::int32_t by) {
  return number >= 0 ? number / by : -((-number + by - 1) / by);
}

// Months since the year 0.
std::int32_t month_number(Date day) { return day.year() * months_of_year + day.month() - 1; }

Date day_in_month(std::int32_t month, int day) {
  const int year = divided_down(month, months_of_year);
  const int month_of_year = month - year * months_of_year + 1;
  for (; day > shortest_month; --day) {
    const auto there = Date::from_civil(year, month_of_year, day);
    if (there.ok()) return there.value();
  }
  const auto there = Date::from_civil(year, month_of_year, day);
  return there.ok() ? there.value() : (year < 1 ? first_date : last_date);
}

}  // namespace

Date cycle_day(const Cycle& cycle, std::int32_t number) {
  if (cycle.months > 0) return day_in_month(month_number(cycle.first) + number * cycle.months, cycle.first.day());
  return Date(cycle.first.days() + number * std::max<std::int32_t>(1, cycle.days));
}

std::int32_t cycle_number(const Cycle& cycle, Date day) {
  if (cycle.months == 0) return divided_down(days_between(cycle.first, day), std::max<std::int32_t>(1, cycle.days));
  const std::int32_t number = divided_down(month_number(day) - month_number(cycle.first), cycle.months);
  return cycle_day(cycle, number) > day ? number - 1 : number;
}

}  // namespace alongside
