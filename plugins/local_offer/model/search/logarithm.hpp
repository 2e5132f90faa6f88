// natural_logarithm: of a number of one or more, from the four operations alone, so that a browser and
// the council's server agree on it to the last bit; their libraries' logarithms need not.
#pragma once

#include <bit>
#include <cstdint>

namespace alongside::local_offer {

constexpr double natural_logarithm(double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number);
  const int exponent = static_cast<int>(bits >> 52 & 0x7FF) - 1023;
  constexpr std::uint64_t fraction = (std::uint64_t{1} << 52) - 1;
  const auto mantissa = std::bit_cast<double>((bits & fraction) | std::uint64_t{1023} << 52);  // from 1 to 2
  // ln m = 2 (t + t³/3 + t⁵/5 + …), with t = (m - 1) / (m + 1), which is a third at most.
  const double t = (mantissa - 1) / (mantissa + 1);
  double power = t;
  double sum = 0;
  for (int odd = 1; odd < 40; odd += 2) {
    sum += power / odd;
    power *= t * t;
  }
  return 2 * sum + exponent * 0.693147180559945309417;
}

}  // namespace alongside::local_offer
