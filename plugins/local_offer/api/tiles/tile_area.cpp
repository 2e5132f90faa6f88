#include "plugins/local_offer/api/tiles/tile_area.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::local_offer {
namespace {

// Half a degree from west to east: 20 miles or so in the United Kingdom.
constexpr double room = 0.5 / 360;

}  // namespace

TileArea::TileArea(const server::CouncilConfig& council) {
  for (const server::MapOutline& outline : council.map_outlines) {
    for (const GeoPoint& point : outline.points) take(point);
  }
  for (const wire::Place& place : council.council.places) {
    const auto point = GeoPoint::from_e7(place.latitude_e7, place.longitude_e7);
    if (point.ok()) take(point.value());
  }
}

void TileArea::take(GeoPoint point) {
  const WorldPoint at = world_of(point);
  least_ = {std::min(least_.x, at.x - room), std::min(least_.y, at.y - room)};
  most_ = {std::max(most_.x, at.x + room), std::max(most_.y, at.y + room)};
}

bool TileArea::has(const Tile& tile) const {
  const double side = std::ldexp(1.0, -tile.z);
  return tile.x * side <= most_.x && (tile.x + 1) * side >= least_.x && tile.y * side <= most_.y &&
         (tile.y + 1) * side >= least_.y;
}

}  // namespace alongside::local_offer
