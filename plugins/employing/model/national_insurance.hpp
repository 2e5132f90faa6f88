// National Insurance (class 1) on one pay, by the exact percentage method: what the employer pays on top, and what is
// taken from the pay (for information: the payroll service works that out). Amounts in pence, of one pay period.
#pragma once

#include "plugins/employing/model/figures.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::employing {

// The category letters that somebody who is paid from a direct payment can have.
enum class NicLetter : std::uint8_t {
  A,  // most people
  B,  // some married women and widows
  C,  // over State Pension age
  H,  // an apprentice under 25
  J,  // pays in another job and may put off paying here
  M,  // under 21
  X,  // under 16: nothing is paid
  Z,  // under 21 and puts off
};
constexpr bool is_known(NicLetter letter) { return letter <= NicLetter::Z; }
constexpr std::string_view name_of(NicLetter letter) {
  return std::string_view("ABCHJMXZ").substr(static_cast<unsigned>(letter), 1);
}
std::optional<NicLetter> letter_named(std::string_view name);

struct NicRates {
  std::int64_t secondary = 0;  // pence
  std::int64_t upper_secondary = 0;
  std::int64_t primary = 0;
  std::int64_t upper_earnings = 0;
  std::int64_t employer = 0;  // hundredths of a percent
  std::int64_t employee = 0;
  std::int64_t employee_upper = 0;
  std::int64_t employee_reduced = 0;
};
NicRates nic_rates(FigureReader& figures, PayPeriod period);

struct NationalInsurance {
  std::int64_t employer = 0;
  std::int64_t employee = 0;
};
// Each share of a band is cut after the fourth decimal of the pounds, then the sum is rounded by round_insurance().
NationalInsurance national_insurance(NicLetter letter, std::int64_t pay, const NicRates& rates);

}  // namespace alongside::employing
