// facet_values: which values of a facet one service has. The one place that says what "morning" or
// "under £5" means; FacetIndex counts with it. Distance has no place here: it depends on where one is.
#pragma once

#include "plugins/local_offer/model/search/facet.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// The values that are offered whether a service has them or not, in their order; empty for a facet
// whose values are the feed's own terms.
std::span<const std::string_view> fixed_values(Facet facet);

std::vector<std::string_view> facet_values(const ServiceSummary& service, Facet facet);

// The facet's values by distance, and how many miles each is.
struct DistanceBand {
  std::string_view value;
  double miles;
};
std::span<const DistanceBand> distance_bands();

}  // namespace alongside::local_offer
