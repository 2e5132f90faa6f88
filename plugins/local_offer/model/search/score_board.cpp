#include "plugins/local_offer/model/search/score_board.hpp"

#include <cstddef>

namespace alongside::local_offer {
namespace {

bool is_better(const Ranked& a, const Ranked& b) {
  return a.points != b.points ? a.points > b.points : a.service < b.service;
}

// Puts one that is better than the last into a list that is kept in order; the last falls off.
void insert(std::vector<Ranked>& best, const Ranked& ranked, std::uint32_t limit) {
  if (best.size() < limit) best.push_back(ranked);
  std::size_t at = best.size() - 1;
  for (; at > 0 && is_better(ranked, best[at - 1]); --at) best[at] = best[at - 1];
  best[at] = ranked;
}

}  // namespace

std::vector<Ranked> ScoreBoard::best_of(std::uint32_t limit, const ServiceSet* among) const {
  std::vector<Ranked> best;
  if (limit == 0) return best;
  // Services come by position, so one with as many points as the last of a full list stays out.
  std::uint32_t enough = 1;
  const auto services = static_cast<std::uint32_t>(totals_.size());
  for (std::uint32_t service = 0; service < services; ++service) {
    const std::uint32_t points = totals_[service] & points_mask;
    if (points < enough || (among != nullptr && !among->has(service))) continue;
    insert(best, {service, points}, limit);
    if (best.size() == limit) enough = best.back().points + 1;
  }
  return best;
}

std::vector<Ranked> ScoreBoard::best(std::uint32_t limit) const { return best_of(limit, nullptr); }

std::vector<Ranked> ScoreBoard::best(std::uint32_t limit, const ServiceSet& among) const {
  return best_of(limit, &among);
}

}  // namespace alongside::local_offer
