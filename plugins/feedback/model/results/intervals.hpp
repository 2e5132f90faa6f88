// Means and shares with the interval in which they would lie 95 times in 100, were other such families asked.
// Means: Student's t. Shares: Wilson's score interval, which never leaves 0 to 1 and holds for small numbers.
// Used by results and releases; it says nothing of who did not answer at all.
#pragma once

#include "plugins/feedback/model/results/answer_table.hpp"

#include <optional>
#include <vector>

namespace alongside::feedback {

struct Interval {
  double middle = 0;
  double low = 0;
  double high = 0;
};

// `counts` people said each of `values`. None for fewer than two people.
std::optional<Interval> mean_interval(const std::vector<double>& values, const Headcounts& counts);
// `part` of `all`; all > 0.
Interval share_interval(Headcount part, Headcount all);
// The 97.5 % quantile of Student's t, to 0.001.
double student_t(Headcount degrees_of_freedom);

}  // namespace alongside::feedback
