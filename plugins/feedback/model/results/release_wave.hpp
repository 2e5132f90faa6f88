// next_wave(): whose answers the next release counts: those that no release has counted before. Each person's
// answers are published in one release and never again, so no two releases can be subtracted from each other.
// Used by the release verb and by the proof in tests/disclosure.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/results/disclosure_rules.hpp"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace alongside::feedback {

// Places in `all`. Unavailable, with how many more are needed, while they are too few.
inline Result<std::vector<std::size_t>> next_wave(std::span<const AnswerId> all, const std::set<AnswerId>& counted,
                                                  const DisclosureRules& rules) {
  std::vector<std::size_t> wave;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!counted.contains(all[i])) wave.push_back(i);
  }
  if (wave.size() >= rules.people) return wave;
  return Error{ErrorCode::Unavailable, "a release needs " + std::to_string(rules.people) +
                                           " answers that no release has counted yet, and there are fewer"};
}

}  // namespace alongside::feedback
