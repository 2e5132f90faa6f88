#include "plugins/employing/model/sick_estimate.hpp"

#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/rounding.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace alongside::employing {
namespace {

constexpr std::int32_t week_days = 7;
constexpr std::int32_t days_looked_back = 8 * week_days;

using Weekdays = std::array<bool, week_days>;

std::size_t weekday_at(Date day) {
  return static_cast<std::size_t>(((day.days() % week_days) + week_days) % week_days);
}

// 1 January 1970 was a Thursday, so the Sunday before it is day -4.
std::int32_t week_of(Date day) {
  constexpr std::int32_t sunday = 4;
  const std::int32_t since = day.days() + sunday;
  return (since - (((since % week_days) + week_days) % week_days)) / week_days;
}

std::set<std::int32_t> sick_days(const WorkBook& book, const BookWorker& worker, PayDays days) {
  std::set<std::int32_t> sick;
  for (const BookEntry* one : book.counted(worker.id, days)) {
    if (one->entry.kind == EntryKind::Sick) sick.insert(one->entry.day.days());
  }
  return sick;
}

}  // namespace

std::optional<SickEstimate> sick_estimate(FigureReader& figures, const WorkBook& book, const BookWorker& worker,
                                          PayDays days) {
  const std::set<std::int32_t> sick = sick_days(book, worker, days);
  if (sick.empty()) return {};
  const Date last(*sick.begin() - 1);
  const Date first(std::max(*sick.begin() - days_looked_back, worker.worker.starts.days()));
  Weekdays works{};
  std::int64_t minutes = 0;
  for (const BookEntry* one : book.counted(worker.id, {first, last})) {
    if (one->entry.kind == EntryKind::Sick) continue;
    minutes += one->entry.minutes;
    works[weekday_at(one->entry.day)] = true;
  }
  if (minutes == 0) return {};
  for (const std::int32_t day : sick) works[weekday_at(Date(day))] = true;
  const std::int64_t span = std::max(week_days, days_between(first, last) + 1);
  SickEstimate estimate;
  estimate.days = static_cast<int>(sick.size());
  estimate.days_a_week = static_cast<int>(std::count(works.begin(), works.end(), true));
  const std::int64_t paid = pay_for(minutes, worker.worker.rate.pence());
  estimate.week = sick_pay_week(figures, round_half_up(paid * week_days, span));
  std::int64_t waiting = figures.read(FigureName::SickPayWaitingDays);
  for (auto day = sick.begin(); day != sick.end();) {
    const std::int32_t week = week_of(Date(*day));
    int paid_days = 0;
    for (; day != sick.end() && week_of(Date(*day)) == week; ++day) {
      if (waiting > 0)
        --waiting;
      else
        ++paid_days;
    }
    estimate.due += sick_pay(estimate.week, estimate.days_a_week, paid_days);
  }
  return estimate;
}

}  // namespace alongside::employing
