// Sessions: the days on which a service is really on, worked out of its schedules and of the council's school holidays:
// what runs in term time rests in them, and a holiday club runs in nothing else. For the page, with script and without.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/schedule.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::local_offer {

struct Session {
  Date day;
  std::optional<std::uint16_t> opens_at;  // minutes after midnight
  std::optional<std::uint16_t> closes_at;
  auto operator<=>(const Session&) const = default;
};

struct CalendarWeek {
  Date monday;
  std::vector<Session> sessions;                 // from today on, in order
  const wire::SchoolHoliday* holiday = nullptr;  // the first that has a day in this week
};

inline constexpr int calendar_weeks = 6;
inline constexpr std::size_t next_sessions = 3;

// In order, each once. A schedule that says too little to know its days has none.
std::vector<Session> sessions_between(const std::vector<Schedule>& schedules,
                                      const std::vector<wire::SchoolHoliday>& holidays, Date first, Date last);

// Of the week that has `today` in it and the ones after it.
std::vector<CalendarWeek> calendar_of(const std::vector<Schedule>& schedules,
                                      const std::vector<wire::SchoolHoliday>& holidays, Date today);

}  // namespace alongside::local_offer
