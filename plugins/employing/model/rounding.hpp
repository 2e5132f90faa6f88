// How sums of money are rounded, once for each line and never before: everything is counted exactly until then. All
// numbers are zero or more.
#pragma once

#include <cstdint>

namespace alongside::employing {

// All of something, in hundredths of a percent: what rates are divided by.
inline constexpr std::int64_t whole_rate = 10'000;

// To the nearest whole, a half up: pay, holiday pay, pension contributions, mileage.
constexpr std::int64_t round_half_up(std::int64_t amount, std::int64_t divisor) {
  return (2 * amount + divisor) / (2 * divisor);
}

// To the next whole: sick pay (a day's share of the week's rate is never a fraction of a penny less).
constexpr std::int64_t round_up(std::int64_t amount, std::int64_t divisor) { return (amount + divisor - 1) / divisor; }

// National Insurance, from hundredths of a penny: the third decimal of the pounds decides, 5 goes down and 6 up, what
// comes after it is not looked at. (HMRC, NICs guidance for software developers, "Rules for rounding"; SI 2001/1004
// reg. 12(1): a halfpenny or less is disregarded.)
constexpr std::int64_t round_insurance(std::int64_t hundredths) {
  return hundredths / 100 + (hundredths % 100 >= 60 ? 1 : 0);
}

}  // namespace alongside::employing
