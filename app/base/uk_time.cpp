#include "app/base/uk_time.hpp"

namespace alongside {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day = 24 * ms_per_hour;

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

// A moment outside the calendar becomes its first or last day, rather than nonsense.
Date utc_day(std::int64_t ms) {
  const std::int64_t days = floor_divide(ms, ms_per_day);
  if (days < first_date.days()) return first_date;
  if (days > last_date.days()) return last_date;
  return Date(static_cast<std::int32_t>(days));
}

// 01:00 UTC on the last Sunday of a month of 31 days, in milliseconds.
std::int64_t change_of_clocks(int year, int month) {
  const Result<Date> month_end = Date::from_civil(year, month, 31);
  if (!month_end.ok()) return 0;
  const int after_sunday = (static_cast<int>(month_end->weekday()) + 1) % 7;
  return static_cast<std::int64_t>(month_end->days() - after_sunday) * ms_per_day + ms_per_hour;
}

}  // namespace

std::int32_t uk_offset_minutes(std::int64_t now_ms) {
  const int year = utc_day(now_ms).year();
  const bool summer = now_ms >= change_of_clocks(year, 3) && now_ms < change_of_clocks(year, 10);
  return summer ? 60 : 0;
}

Date uk_day(std::int64_t now_ms) { return utc_day(now_ms + uk_offset_minutes(now_ms) * ms_per_minute); }

}  // namespace alongside
