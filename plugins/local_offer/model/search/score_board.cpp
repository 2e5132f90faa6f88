#include "plugins/local_offer/model/search/score_board.hpp"

#include <cstddef>
#include <utility>

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

// The best of what is offered. Services come by position, so one with as many points as the last of a full list
// stays out.
class BestFirst {
 public:
  explicit BestFirst(std::uint32_t limit) : limit_(limit), enough_(limit > 0 ? 1 : UINT32_MAX) {}

  void offer(const Ranked& ranked);
  std::vector<Ranked> take() && { return std::move(best_); }

 private:
  std::uint32_t limit_;
  std::uint32_t enough_;
  std::vector<Ranked> best_;
};

void BestFirst::offer(const Ranked& ranked) {
  if (ranked.points < enough_) return;
  insert(best_, ranked, limit_);
  if (best_.size() == limit_) enough_ = best_.back().points + 1;
}

}  // namespace

std::vector<Ranked> ScoreBoard::best(std::uint32_t limit) const {
  BestFirst best(limit);
  const auto services = static_cast<std::uint32_t>(totals_.size());
  for (std::uint32_t service = 0; service < services; ++service) best.offer({service, points(service)});
  return std::move(best).take();
}

std::vector<Ranked> ScoreBoard::best(std::uint32_t limit, const ServiceSet& among) const {
  BestFirst best(limit);
  among.each([&](std::uint32_t service) { best.offer({service, points(service)}); });
  return std::move(best).take();
}

}  // namespace alongside::local_offer
