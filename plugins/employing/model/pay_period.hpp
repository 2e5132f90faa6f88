// PayPeriod: how often somebody is paid, the stretch of days that one pay is for, and how many paydays a tax year has:
// with weekly pay there are 53 when a payday falls on its last day (or last two in a leap year), with 4-weekly pay 14.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::employing {

enum class PayPeriod : std::uint8_t { Week, FourWeeks, Month };
constexpr bool is_known(PayPeriod period) { return period <= PayPeriod::Month; }
constexpr std::string_view name_of(PayPeriod period) {
  constexpr std::string_view names[] = {"week", "four_weeks", "month"};
  return names[static_cast<unsigned>(period)];
}
PayPeriod pay_period_named(std::string_view name);  // FourWeeks for a name that nobody knows

struct PayDays {
  Date first;
  Date last;
  bool holds(Date day) const { return first <= day && day <= last; }
  bool operator==(const PayDays&) const = default;
};
// The period that holds `day`: weeks and four weeks are counted from `starts`, months are those of the calendar.
PayDays pay_days(PayPeriod period, Date starts, Date day);

// 6 April of the tax year that holds `day`.
Date tax_year_start(Date day);
// How many paydays the tax year has that holds `payday`, when every payday is as far from the next as the period says.
int paydays_in_tax_year(PayPeriod period, Date payday);

// Whole years on `day`. Who was born on 29 February is a year older on 1 March of a year without one.
int age_on(Date birth, Date day);

}  // namespace alongside::employing
