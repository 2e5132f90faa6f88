#include "plugins/local_offer/model/map/map_pins.hpp"

namespace alongside::local_offer {

MapPins pins_of(const OfferList& list, const std::vector<Hit>& hits) {
  MapPins map;
  for (std::uint32_t i = 0; i < hits.size(); ++i) {
    const std::size_t before = map.pins.size();
    const std::vector<Spot>& spots = list.services[hits[i].index].spots;
    for (std::uint32_t spot = 0; spot < spots.size(); ++spot) {
      if (spots[spot].point) map.pins.push_back({i, spot, world_of(*spots[spot].point)});
    }
    if (map.pins.size() == before) map.elsewhere.push_back(i);
  }
  return map;
}

}  // namespace alongside::local_offer
