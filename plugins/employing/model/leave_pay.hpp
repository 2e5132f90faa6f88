// Holiday, sickness and mileage: what the law says is due for them. Time in minutes, amounts in pence.
#pragma once

#include "plugins/employing/model/figures.hpp"

#include <cstdint>

namespace alongside::employing {

// Holiday a year of somebody who works the same days each week, in hundredths of a day: 5.6 weeks, at most 28 days.
std::int64_t holiday_days(FigureReader& figures, int days_a_week);
// Holiday that irregular hours earn, in minutes: 12.07 % of them, to the nearest whole hour, 30 minutes up. (Working
// Time Regulations 1998 reg. 15B, since 1 April 2024: of each pay period.)
std::int64_t holiday_earned(FigureReader& figures, std::int64_t minutes_worked);
// Holiday pay that is paid with the hours: 12.07 % of the pay, to the nearest penny, a half up.
std::int64_t rolled_up_holiday(FigureReader& figures, std::int64_t pay);

// A week of Statutory Sick Pay of somebody with these average earnings a week; 0 when there is none. The share of the
// earnings is rounded to the nearest penny, a half up: no rule for it has been seen published.
std::int64_t sick_pay_week(FigureReader& figures, std::int64_t average_week);
// For `days` sick days in a week of `qualifying_days`, the waiting days already taken off. Up to the next penny, as in
// HMRC's table of daily rates.
std::int64_t sick_pay(std::int64_t week, int qualifying_days, int days);

// The approved amount for `miles` more by car, `before` of the tax year having been driven already.
std::int64_t mileage(FigureReader& figures, std::int64_t before, std::int64_t miles);

}  // namespace alongside::employing
