#include "plugins/local_offer/model/search/hit_order.hpp"

#include "plugins/local_offer/model/search/order.hpp"

#include <algorithm>

namespace alongside::local_offer {

void order_hits(const OfferList& list, ByDistance by_distance, std::vector<Hit>& hits) {
  const auto& services = list.services;
  std::uint64_t most = 1;
  for (const Hit& hit : hits) most = std::max<std::uint64_t>(most, hit.score);
  const auto is_closed = [&](const Hit& hit) { return services[hit.index].status == Status::TemporarilyClosed; };
  // Somebody who names a place wants the nearest of what fits about as well, not the best in the county.
  const auto relevance = [&](const Hit& hit) -> std::uint64_t {
    constexpr std::uint64_t steps = 4;
    return by_distance == ByDistance::No ? hit.score : std::min(hit.score * steps / most, steps - 1);
  };
  stable_order(hits, [&](const Hit& a, const Hit& b) {
    if (is_closed(a) != is_closed(b)) return is_closed(b);
    if (relevance(a) != relevance(b)) return relevance(a) > relevance(b);
    if (a.miles.has_value() != b.miles.has_value()) return a.miles.has_value();
    if (a.miles && *a.miles != *b.miles) return *a.miles < *b.miles;
    if (a.score != b.score) return a.score > b.score;
    const int names = services[a.index].name.compare(services[b.index].name);
    return names != 0 ? names < 0 : services[a.index].id < services[b.index].id;
  });
}

}  // namespace alongside::local_offer
