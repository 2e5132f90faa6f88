#include "plugins/guidance/model/due_day.hpp"

#include <algorithm>

namespace alongside::guidance {
namespace {

constexpr int longest_month = 31;

Date months_after(Date from, int count) {
  const int months = from.year() * 12 + from.month() - 1 + count;
  for (int day = std::min(from.day(), longest_month); day > 0; --day) {
    const auto found = Date::from_civil(months / 12, months % 12 + 1, day);
    if (found.ok()) return found.value();
  }
  return last_date;
}

bool is_weekend(Date day) { return day.weekday() == Weekday::Saturday || day.weekday() == Weekday::Sunday; }

Date weekdays_after(Date from, int count) {
  Date day = from;
  while (count > 0) {
    day = Date(day.days() + 1);
    if (!is_weekend(day)) --count;
  }
  return day;
}

void note(const GuidanceBook& book, std::string_view id, std::vector<const Source*>& found) {
  const Source* source = find_by_id(book.sources, id);
  if (source != nullptr && std::find(found.begin(), found.end(), source) == found.end()) found.push_back(source);
}

}  // namespace

Date due_day(Date from, std::uint16_t count, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Weeks: return Date(from.days() + 7 * count);
    case TimeUnit::Months: return months_after(from, count);
    case TimeUnit::WorkingDays:
    case TimeUnit::SchoolDays: return weekdays_after(from, count);
    case TimeUnit::Days: break;
  }
  return Date(from.days() + count);
}

std::optional<Date> day_typed(std::string_view text, Date today) {
  constexpr std::int32_t ten_years = 3653;
  const auto day = Date::parse(text);
  if (!day.ok()) return std::nullopt;
  const std::int32_t away = days_between(today, day.value());
  return away > ten_years || away < -ten_years ? std::nullopt : std::optional(day.value());
}

std::vector<const Source*> sources_of(const GuidanceBook& book, const Topic& topic) {
  std::vector<const Source*> found;
  for (const Part& part : topic.parts) {
    for (const Fact& fact : part.facts) note(book, fact.source, found);
  }
  return found;
}

std::vector<const Source*> sources_of(const GuidanceBook& book, const Clock& clock) {
  std::vector<const Source*> found;
  for (const Step& step : clock.steps) note(book, step.source, found);
  for (const Fact& fact : clock.unless) note(book, fact.source, found);
  return found;
}

}  // namespace alongside::guidance
