// YearCost: what a tax year of somebody's help costs, when every week is like the next: "can our money pay for it?"
// Made of single pays, since thresholds are those of each pay and not of the year.
#pragma once

#include "plugins/employing/model/pay_cost.hpp"

namespace alongside::employing {

struct YearPlan {
  std::int64_t minutes_a_week = 0;
  std::int64_t miles_a_week = 0;
  // Weeks in which there is work, 1 to 52. Holiday that is paid when taken is inside them, for whoever works all year.
  std::int64_t weeks = 52;
  // Whether somebody else is paid, at the same rate, while the worker has their holiday.
  enum class Cover : std::uint8_t { No, Yes } cover = Cover::No;
};

struct YearCost {
  std::int64_t pays = 0;       // how many a year
  PayCost one;                 // a usual one
  std::int64_t gross = 0;      // of all pays
  std::int64_t insurance = 0;  // the employer's part of all pays
  std::int64_t allowance = 0;  // what of it the Employment Allowance pays
  std::int64_t pension = 0;
  std::int64_t mileage = 0;
  std::int64_t cover = 0;      // 5.6 weeks' pay, to the nearest penny, a half up
  std::int64_t liability = 0;  // cover for employers, and
  std::int64_t payroll = 0;    // a payroll service, where a figure is known
  std::int64_t total = 0;
  std::int64_t an_hour = 0;  // the total over the hours of help, to the nearest penny, a half up
};

// `payday`: any of the tax year; says how many there are. Monthly pay is a twelfth of the year's, 4-weekly pay four
// weeks' and weekly pay one week's; each in whole minutes, rounded half up, before it is paid.
YearCost year_cost(FigureReader& figures, const Worker& worker, const YearPlan& plan, Date payday);

}  // namespace alongside::employing
