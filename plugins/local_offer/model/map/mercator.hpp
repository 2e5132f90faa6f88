// The map's projection: Web Mercator, in which a mile is as long northwards as eastwards, so that rings are circles.
// Used by the map's camera, pins and drawing.
#pragma once

#include "app/base/geo_point.hpp"

namespace alongside::local_offer {

// The whole world is 1 × 1: x from west to east, y from north to south.
struct WorldPoint {
  double x = 0, y = 0;
  bool operator==(const WorldPoint&) const = default;
};

inline constexpr double metres_per_mile = 1609.344;

WorldPoint world_of(GeoPoint point);
// How many metres one whole world is, on the ground at this height of the map.
double metres_per_world(double world_y);

}  // namespace alongside::local_offer
