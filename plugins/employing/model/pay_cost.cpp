#include "plugins/employing/model/pay_cost.hpp"

#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/rounding.hpp"

#include <algorithm>

namespace alongside::employing {
namespace {

constexpr std::int64_t minutes_an_hour = 60;

bool is_in_pension(const Worker& worker, PensionDuty duty) {
  switch (worker.pension) {
    case PensionChoice::ByRule: return duty == PensionDuty::Enrol;
    case PensionChoice::Joined: return duty == PensionDuty::Enrol || duty == PensionDuty::MayJoin;
    case PensionChoice::LeftOut: break;
  }
  return false;
}

}  // namespace

std::int64_t pay_for(std::int64_t minutes, std::int64_t rate) { return round_half_up(minutes * rate, minutes_an_hour); }

PayCost pay_cost(FigureReader& figures, const Worker& worker, const PayTime& time, std::int64_t allowance_left) {
  const std::int64_t rate = worker.rate.pence();
  PayCost cost;
  cost.hours = pay_for(time.worked, rate);
  cost.holiday_taken = pay_for(time.holiday, rate);
  if (worker.holiday == HolidayPay::WithPay) cost.holiday_with_pay = rolled_up_holiday(figures, cost.hours);
  cost.gross = cost.hours + cost.holiday_taken + cost.holiday_with_pay;
  cost.letter = usual_letter(worker, figures.day());
  cost.insurance = national_insurance(cost.letter, cost.gross, nic_rates(figures, worker.period));
  if (worker.allowance == AllowanceClaim::Yes) cost.allowance = std::min(cost.insurance.employer, allowance_left);
  const PensionRates rates = pension_rates(figures, worker.period);
  cost.pension_duty = pension_duty(age_group(figures, worker), cost.gross, rates);
  if (is_in_pension(worker, cost.pension_duty)) cost.pension = pension_paid(cost.gross, rates);
  cost.mileage = time.miles * worker.mile_rate.pence();
  cost.total = cost.gross + cost.insurance.employer - cost.allowance + cost.pension.employer + cost.mileage;
  return cost;
}

}  // namespace alongside::employing
