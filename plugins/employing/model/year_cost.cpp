#include "plugins/employing/model/year_cost.hpp"

#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/rounding.hpp"

#include <algorithm>

namespace alongside::employing {
namespace {

constexpr std::int64_t weeks_a_year = 52;
constexpr std::int64_t hundredths = 100;

// Of a quantity a week, what falls into one of `pays` equal pays.
std::int64_t of_one_pay(std::int64_t a_week, std::int64_t weeks, PayPeriod period, std::int64_t pays) {
  if (period == PayPeriod::Month) return round_half_up(a_week * weeks, pays);
  return a_week * (period == PayPeriod::Week ? 1 : 4);
}

// Weekly and 4-weekly pays end when the weeks with work do; a part of four weeks is a pay of its own.
std::int64_t pays_with_work(const YearPlan& plan, PayPeriod period, std::int64_t paydays) {
  if (period == PayPeriod::Month || plan.weeks >= weeks_a_year) return paydays;
  return period == PayPeriod::Week ? plan.weeks : plan.weeks / 4;
}

void add_pay(YearCost& year, const PayCost& pay, std::int64_t times) {
  year.gross += pay.gross * times;
  year.insurance += pay.insurance.employer * times;
  year.pension += pay.pension.employer * times;
}

}  // namespace

YearCost year_cost(FigureReader& figures, const Worker& worker, const YearPlan& plan, Date payday) {
  YearCost year;
  year.pays = pays_with_work(plan, worker.period, paydays_in_tax_year(worker.period, payday));
  PayTime time;
  time.worked = of_one_pay(plan.minutes_a_week, plan.weeks, worker.period, year.pays);
  year.one = pay_cost(figures, worker, time, 0);
  add_pay(year, year.one, year.pays);
  const bool has_rest = worker.period == PayPeriod::FourWeeks && plan.weeks < weeks_a_year && plan.weeks % 4 != 0;
  std::int64_t minutes = time.worked * year.pays;
  if (has_rest) {
    time.worked = plan.minutes_a_week * (plan.weeks % 4);
    add_pay(year, pay_cost(figures, worker, time, 0), 1);
    minutes += time.worked;
    ++year.pays;
  }
  if (worker.allowance == AllowanceClaim::Yes)
    year.allowance = std::min(year.insurance, figures.read(FigureName::EmploymentAllowance));
  year.mileage = plan.miles_a_week * plan.weeks * worker.mile_rate.pence();
  if (plan.cover == YearPlan::Cover::Yes && worker.holiday == HolidayPay::WhenTaken)
    year.cover = round_half_up(
        pay_for(plan.minutes_a_week, worker.rate.pence()) * figures.read(FigureName::HolidayWeeks), hundredths);
  year.liability = figures.find(FigureName::InsuranceYear).value_or(0);
  year.payroll = figures.find(FigureName::PayrollYear).value_or(0);
  year.total = year.gross + year.insurance - year.allowance + year.pension + year.mileage + year.cover +
               year.liability + year.payroll;
  if (minutes > 0) year.an_hour = round_half_up(year.total * 60, minutes);
  return year;
}

}  // namespace alongside::employing
