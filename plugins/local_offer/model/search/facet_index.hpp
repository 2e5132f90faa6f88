// FacetIndex: for each value of each facet, the services that have it. Built once for a list; tells
// what choices leave over, and how many there would be for every other choice. Owned by Search.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/facet.hpp"
#include "plugins/local_offer/model/search/search_filters.hpp"
#include "plugins/local_offer/model/search/service_set.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// For each facet the services that its choices let through: all of them where nothing is chosen.
using FacetMasks = std::array<ServiceSet, facet_count>;

class FacetIndex {
 public:
  explicit FacetIndex(const OfferList& list);

  // `nearest`: one a service. A choice that nothing here has lets nothing through.
  FacetMasks masks(std::span<const FacetChoice> choices, std::span<const Nearest> nearest) const;

  // Each facet is counted among what the other facets leave over, so that one sees what changing one's
  // mind in it would give. Facets without values are left out; distance too, with nowhere to measure from.
  std::vector<FacetCounts> counts(const ServiceSet& found, const FacetMasks& masks,
                                  std::span<const Nearest> nearest) const;

 private:
  struct Value {
    std::string value;
    ServiceSet services;
  };
  using Values = std::vector<Value>;

  Values distances(std::span<const Nearest> nearest) const;
  Value* value_of(Facet facet, std::string_view value);  // made when it is new; null: there are too many

  std::uint32_t services_;
  std::array<Values, facet_count> facets_;
};

}  // namespace alongside::local_offer
