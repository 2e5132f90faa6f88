#include "plugins/employing/model/national_insurance.hpp"

#include "plugins/employing/model/rounding.hpp"

#include <algorithm>

namespace alongside::employing {
namespace {

std::int64_t between(std::int64_t pay, std::int64_t low, std::int64_t high) {
  return std::max<std::int64_t>(0, std::min(pay, high) - low);
}
std::int64_t above(std::int64_t pay, std::int64_t low) { return std::max<std::int64_t>(0, pay - low); }

// Hundredths of a penny.
std::int64_t share(std::int64_t pence, std::int64_t rate) { return pence * rate / 100; }

bool is_free_to_upper(NicLetter letter) {
  return letter == NicLetter::H || letter == NicLetter::M || letter == NicLetter::Z;
}

std::int64_t employer_share(NicLetter letter, std::int64_t pay, const NicRates& rates) {
  if (letter == NicLetter::X) return 0;
  return share(above(pay, is_free_to_upper(letter) ? rates.upper_secondary : rates.secondary), rates.employer);
}

std::int64_t main_rate(NicLetter letter, const NicRates& rates) {
  if (letter == NicLetter::B) return rates.employee_reduced;
  const bool puts_off = letter == NicLetter::J || letter == NicLetter::Z;
  return puts_off ? rates.employee_upper : rates.employee;
}

std::int64_t employee_share(NicLetter letter, std::int64_t pay, const NicRates& rates) {
  if (letter == NicLetter::C || letter == NicLetter::X) return 0;
  return share(between(pay, rates.primary, rates.upper_earnings), main_rate(letter, rates)) +
         share(above(pay, rates.upper_earnings), rates.employee_upper);
}

}  // namespace

std::optional<NicLetter> letter_named(std::string_view name) {
  for (unsigned i = 0; i <= static_cast<unsigned>(NicLetter::Z); ++i) {
    if (name_of(static_cast<NicLetter>(i)) == name) return static_cast<NicLetter>(i);
  }
  return std::nullopt;
}

NicRates nic_rates(FigureReader& figures, PayPeriod period) {
  NicRates rates;
  rates.secondary = figures.read(of_period(FigureName::SecondaryWeek, period));
  rates.upper_secondary = figures.read(of_period(FigureName::UpperSecondaryWeek, period));
  rates.primary = figures.read(of_period(FigureName::PrimaryWeek, period));
  rates.upper_earnings = figures.read(of_period(FigureName::UpperEarningsWeek, period));
  rates.employer = figures.read(FigureName::EmployerRate);
  rates.employee = figures.read(FigureName::EmployeeRate);
  rates.employee_upper = figures.read(FigureName::EmployeeUpperRate);
  rates.employee_reduced = figures.read(FigureName::EmployeeReducedRate);
  return rates;
}

NationalInsurance national_insurance(NicLetter letter, std::int64_t pay, const NicRates& rates) {
  return {round_insurance(employer_share(letter, pay, rates)), round_insurance(employee_share(letter, pay, rates))};
}

}  // namespace alongside::employing
