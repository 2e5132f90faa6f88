#include "plugins/employing/model/pension.hpp"

#include "plugins/employing/model/rounding.hpp"

#include <algorithm>

namespace alongside::employing {

PensionRates pension_rates(FigureReader& figures, PayPeriod period) {
  PensionRates rates;
  rates.trigger = figures.read(of_period(FigureName::PensionTriggerWeek, period));
  rates.lower = figures.read(of_period(FigureName::PensionLowerWeek, period));
  rates.upper = figures.read(of_period(FigureName::PensionUpperWeek, period));
  rates.employer = figures.read(FigureName::PensionEmployerRate);
  rates.total = figures.read(FigureName::PensionTotalRate);
  return rates;
}

PensionDuty pension_duty(AgeGroup age, std::int64_t pay, const PensionRates& rates) {
  if (age == AgeGroup::Under16 || age == AgeGroup::Over74) return PensionDuty::None;
  if (pay <= rates.lower) return PensionDuty::MayJoinUnpaid;
  return age == AgeGroup::Working && pay > rates.trigger ? PensionDuty::Enrol : PensionDuty::MayJoin;
}

PensionPaid pension_paid(std::int64_t pay, const PensionRates& rates) {
  const std::int64_t counted = std::max<std::int64_t>(0, std::min(pay, rates.upper) - rates.lower);
  return {round_half_up(counted * rates.employer, whole_rate), round_half_up(counted * rates.total, whole_rate)};
}

}  // namespace alongside::employing
