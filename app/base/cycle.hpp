// Cycle: the days on which something comes again and again: every so many days, or every so many months on the same day
// of the month, or on the month's last day where it is shorter. Counted from a first day; those before have negative
// numbers. For what is paid or told by the week, the four weeks, the month or the quarter.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>

namespace alongside {

struct Cycle {
  Date first;
  std::uint16_t days = 28;
  std::uint16_t months = 0;  // above zero: these count, and not the days
};

Date cycle_day(const Cycle& cycle, std::int32_t number);
// Of the last of them that is not after `day`.
std::int32_t cycle_number(const Cycle& cycle, Date day);

}  // namespace alongside
