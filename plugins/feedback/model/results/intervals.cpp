#include "plugins/feedback/model/results/intervals.hpp"

#include <cmath>
#include <iterator>

namespace alongside::feedback {
namespace {

constexpr double normal = 1.959963985;

}  // namespace

double student_t(Headcount degrees_of_freedom) {
  // Printed tables for the first, where the expansion (Abramowitz and Stegun, 26.7.5) is not close enough.
  constexpr double table[] = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622};
  if (degrees_of_freedom == 0) return table[0];
  if (degrees_of_freedom <= std::size(table)) return table[degrees_of_freedom - 1];
  const double z = normal, z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z, n = degrees_of_freedom;
  return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) +
         (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
}

std::optional<Interval> mean_interval(const std::vector<double>& values, const Headcounts& counts) {
  double people = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    people += counts[i];
    sum += counts[i] * values[i];
  }
  if (people < 2) return std::nullopt;
  const double mean = sum / people;
  for (std::size_t i = 0; i < values.size(); ++i) squares += counts[i] * (values[i] - mean) * (values[i] - mean);
  const double error = std::sqrt(squares / (people - 1) / people);
  const double reach = student_t(static_cast<Headcount>(people) - 1) * error;
  return Interval{mean, mean - reach, mean + reach};
}

Interval share_interval(Headcount part, Headcount all) {
  const double n = all, p = part / n, z2 = normal * normal;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double reach = normal / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {p, middle - reach, middle + reach};
}

}  // namespace alongside::feedback
