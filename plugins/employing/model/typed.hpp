// What people type for money, days and times, read kindly. Nothing that could be meant in two ways is guessed. Used by
// the forms of employing.
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::employing {

std::optional<Money> read_pounds(std::string_view typed);       // "13", "£13.50"
std::optional<Date> read_day(std::string_view typed);           // "22 11 2026", "22/11/2026", "2026-11-22"
std::optional<std::int64_t> read_time(std::string_view typed);  // minutes: "3", "3.5", "3:30", "3h 30", "45m"
std::optional<std::int64_t> read_whole(std::string_view typed, std::int64_t most);  // "" is 0
std::string typed_day(Date day);                                                    // "22 11 2026"

}  // namespace alongside::employing
