#include "plugins/local_offer/model/sessions.hpp"

#include "plugins/local_offer/model/terms.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

Date plus(Date date, int days) { return Date(date.days() + days); }
Date monday_of(Date date) { return plus(date, -static_cast<int>(date.weekday())); }

int days_in_month(Date date) {
  const int month = date.month() % 12 + 1;
  const int year = date.month() == 12 ? date.year() + 1 : date.year();
  const auto next = Date::from_civil(year, month, 1);
  return next.ok() ? plus(next.value(), -1).day() : 31;
}

const wire::SchoolHoliday* holiday_on(const std::vector<wire::SchoolHoliday>& holidays, Date first, Date last) {
  for (const wire::SchoolHoliday& holiday : holidays) {
    if (holiday.first <= last && first <= holiday.last) return &holiday;
  }
  return nullptr;
}

// Feeds say in words when in the school year something runs.
std::uint8_t season_of(const Schedule& schedule) {
  const std::uint8_t season = season_named(schedule.notes);
  return season != 0 ? season : season_named(schedule.description);
}

bool is_in_season(const Schedule& schedule, const std::vector<wire::SchoolHoliday>& holidays, Date day) {
  const std::uint8_t season = season_of(schedule);
  if (holidays.empty() || season == 0 || season == all_year) return true;
  const bool is_holiday = holiday_on(holidays, day, day) != nullptr;
  return season == school_holidays ? is_holiday : !is_holiday;
}

bool is_nth(const DayRule& rule, Date day) {
  if (rule.nth == 0) return true;
  if (rule.nth > 0) return (day.day() - 1) / 7 + 1 == rule.nth;
  return (days_in_month(day) - day.day()) / 7 + 1 == -rule.nth;
}

bool has_day(const Schedule& schedule, Date day) {
  const auto is_this = [day](const DayRule& rule) {
    return rule.weekday == static_cast<std::uint8_t>(day.weekday()) && is_nth(rule, day);
  };
  if (std::any_of(schedule.byday.begin(), schedule.byday.end(), is_this)) return true;
  const auto& days = schedule.bymonthday;
  return std::any_of(days.begin(), days.end(), [day](std::int8_t number) {
    return number == day.day() || (number < 0 && days_in_month(day) + 1 + number == day.day());
  });
}

// Every second week counts from where the schedule began; without a beginning nobody knows.
bool is_in_turn(const Schedule& schedule, Date day) {
  if (schedule.interval <= 1) return true;
  const auto start = schedule.dtstart ? schedule.dtstart : schedule.valid_from;
  if (!start) return false;
  const int turns = schedule.freq == Frequency::Monthly
                        ? (day.year() - start->year()) * 12 + day.month() - start->month()
                        : days_between(monday_of(*start), monday_of(day)) / 7;
  return turns >= 0 && turns % schedule.interval == 0;
}

bool is_on(const Schedule& schedule, const std::vector<wire::SchoolHoliday>& holidays, Date day) {
  if (schedule.valid_from && day < *schedule.valid_from) return false;
  if (schedule.valid_to && day > *schedule.valid_to) return false;
  if (schedule.dtstart && day < *schedule.dtstart) return false;
  const bool has_rule = !schedule.byday.empty() || !schedule.bymonthday.empty();
  // Something that is once.
  if (!has_rule && schedule.freq == Frequency::Unknown) {
    const bool is_one_day = schedule.valid_from && schedule.valid_from == schedule.valid_to;
    return is_one_day || (schedule.dtstart && *schedule.dtstart == day && !schedule.valid_to);
  }
  return has_rule && has_day(schedule, day) && is_in_turn(schedule, day) && is_in_season(schedule, holidays, day);
}

}  // namespace

std::vector<Session> sessions_between(const std::vector<Schedule>& schedules,
                                      const std::vector<wire::SchoolHoliday>& holidays, Date first, Date last) {
  std::vector<Session> sessions;
  for (Date day = first; day <= last; day = plus(day, 1)) {
    for (const Schedule& schedule : schedules) {
      if (is_on(schedule, holidays, day)) sessions.push_back({day, schedule.opens_at, schedule.closes_at});
    }
  }
  std::sort(sessions.begin(), sessions.end());
  sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
  return sessions;
}

std::vector<CalendarWeek> calendar_of(const std::vector<Schedule>& schedules,
                                      const std::vector<wire::SchoolHoliday>& holidays, Date today) {
  std::vector<CalendarWeek> weeks;
  for (int week = 0; week < calendar_weeks; ++week) {
    const Date monday = plus(monday_of(today), 7 * week);
    weeks.push_back({monday, sessions_between(schedules, holidays, std::max(monday, today), plus(monday, 6)),
                     holiday_on(holidays, monday, plus(monday, 4))});
  }
  return weeks;
}

}  // namespace alongside::local_offer
