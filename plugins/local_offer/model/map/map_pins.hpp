// MapPins: what a search found, as places on the map. Made of the very hits that the list shows, so that both always
// agree; whatever has no place that may be shown is counted apart. A confidential place never reaches a device:
// the importer keeps neither its point nor its name.
#pragma once

#include "plugins/local_offer/model/map/mercator.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

struct MapPin {
  std::uint32_t hit = 0;   // into the hits: its number in the list is one more
  std::uint32_t spot = 0;  // which of the service's places
  WorldPoint at;
};

struct MapPins {
  std::vector<MapPin> pins;              // in the list's order; a service at two places has two
  std::vector<std::uint32_t> elsewhere;  // hits that come to people, are online, or whose place is not known
};

MapPins pins_of(const OfferList& list, const std::vector<Hit>& hits);

}  // namespace alongside::local_offer
