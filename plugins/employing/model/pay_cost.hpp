// PayCost: what one pay of one worker costs the family, line by line. Explains a pay; the payroll service works out the
// pay itself. Each line is rounded once, as the function that makes it says; amounts in pence.
#pragma once

#include "plugins/employing/model/worker.hpp"

#include <cstdint>

namespace alongside::employing {

struct PayTime {
  std::int64_t worked = 0;   // minutes
  std::int64_t holiday = 0;  // minutes of holiday taken that are paid
  std::int64_t miles = 0;
  std::int64_t miles_before = 0;  // of this tax year
};

struct PayCost {
  std::int64_t hours = 0;             // minutes worked at the rate, to the nearest penny, a half up
  std::int64_t holiday_taken = 0;     // the same of the holiday
  std::int64_t holiday_with_pay = 0;  // 12.07 % of `hours`
  std::int64_t gross = 0;             // the three together: what the worker earns
  NationalInsurance insurance;        // on `gross`
  std::int64_t allowance = 0;         // what of the employer's part the Employment Allowance pays
  NicLetter letter = NicLetter::A;
  PensionDuty pension_duty = PensionDuty::None;
  PensionPaid pension;
  std::int64_t mileage = 0;  // miles at the worker's rate: no pay
  std::int64_t total = 0;    // what it costs: gross, employer's part less allowance, employer's pension, mileage
};

// Pay for minutes at a rate in pence an hour: to the nearest penny, a half up.
std::int64_t pay_for(std::int64_t minutes, std::int64_t rate);
// The letter and the figures are those of the reader's day, which is the payday. `allowance_left`: of this tax year, in
// pence; counts only for who claims.
PayCost pay_cost(FigureReader& figures, const Worker& worker, const PayTime& time, std::int64_t allowance_left);

}  // namespace alongside::employing
