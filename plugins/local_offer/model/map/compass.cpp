#include "plugins/local_offer/model/map/compass.hpp"

#include "plugins/local_offer/model/map/mercator.hpp"

#include <cmath>
#include <numbers>

namespace alongside::local_offer {

Compass compass_of(GeoPoint from, GeoPoint to) {
  const WorldPoint here = world_of(from), there = world_of(to);
  const double eighths = std::atan2(there.x - here.x, here.y - there.y) / (std::numbers::pi / 4);
  return static_cast<Compass>((static_cast<int>(std::lround(eighths)) + 8) % 8);
}

}  // namespace alongside::local_offer
