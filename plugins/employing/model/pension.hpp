// Workplace pension on one pay: whether the person has to be enrolled, may ask, and what the employer pays in. Amounts
// in pence, of one pay period.
#pragma once

#include "plugins/employing/model/figures.hpp"

#include <cstdint>

namespace alongside::employing {

enum class PensionDuty : std::uint8_t {
  Enrol,          // must be enrolled without asking
  MayJoin,        // must be enrolled if they ask, and the employer pays in
  MayJoinUnpaid,  // may ask for a pension; the employer need not pay in
  None,           // under 16, or 75 and over
};

// TooYoung: to be enrolled without asking.
enum class AgeGroup : std::uint8_t { Under16, TooYoung, Working, PensionAge, Over74 };

struct PensionRates {
  std::int64_t trigger = 0;
  std::int64_t lower = 0;
  std::int64_t upper = 0;
  std::int64_t employer = 0;  // hundredths of a percent
  std::int64_t total = 0;
};
PensionRates pension_rates(FigureReader& figures, PayPeriod period);

// Enrolled is who earns more than the trigger; a contribution is due from who earns more than the lower limit.
PensionDuty pension_duty(AgeGroup age, std::int64_t pay, const PensionRates& rates);

struct PensionPaid {
  std::int64_t employer = 0;
  std::int64_t total = 0;  // with what is taken from the pay and its tax relief
};
// Of what lies between the lower and the upper limit, each rounded to the nearest penny, a half up.
PensionPaid pension_paid(std::int64_t pay, const PensionRates& rates);

}  // namespace alongside::employing
