// ScoreBoard: while a query is scored, what each service has so far: in how many of the words it was
// found, and how well. Whole numbers, so that every device comes to the same order. Filled by TextIndex.
#pragma once

#include "plugins/local_offer/model/search/service_set.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

struct Ranked {
  std::uint32_t service = 0;
  std::uint32_t points = 0;
};

class ScoreBoard {
 public:
  explicit ScoreBoard(std::uint32_t services) : totals_(services) {}

  std::uint32_t found(std::uint32_t service) const { return totals_[service] >> count_bits; }
  std::uint32_t points(std::uint32_t service) const { return totals_[service] & points_mask; }

  // Most points first, and then by position; only services that were found at all.
  std::vector<Ranked> best(std::uint32_t limit) const;
  std::vector<Ranked> best(std::uint32_t limit, const ServiceSet& among) const;

 private:
  friend class TextIndex;
  static constexpr unsigned count_bits = 24;
  static constexpr std::uint32_t one_found = std::uint32_t{1} << count_bits;
  static constexpr std::uint32_t points_mask = one_found - 1;

  std::vector<std::uint32_t> totals_;
};

}  // namespace alongside::local_offer
