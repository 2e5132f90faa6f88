// What people type for money and for days, read kindly: pound signs, commas between thousands and
// spaces at the ends are fine; anything that could be meant in two ways is asked about, never guessed.
// Used by the forms; the council's side never sees typed text.
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace alongside {

enum class AmountFault : std::uint8_t { Empty, NotAnAmount, DecimalComma, BelowZero, TooManyPence, Zero, TooLarge };
enum class DayFault : std::uint8_t { Empty, NotADay, NoSuchDay };

// "8.50", "£8.50", "8", "8.5", "£1,234.50".
std::variant<Money, AmountFault> read_amount(std::string_view typed, Money most);
// "22 11 2026", "22/11/2026", "22.11.26", "2026-11-22".
std::variant<Date, DayFault> read_day(std::string_view typed);
// As it stands in the form before anybody types: "22 11 2026".
std::string typed_day(Date day);
// A count from 1 to `most`, or 0 when it is not one.
std::uint32_t read_count(std::string_view typed, std::uint32_t most);

}  // namespace alongside
