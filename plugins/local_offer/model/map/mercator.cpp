#include "plugins/local_offer/model/map/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace alongside::local_offer {
namespace {

constexpr double earth_round_metres = 2 * std::numbers::pi * 6'371'008.8;
constexpr double furthest_sine = 0.9999;  // the poles are infinitely far away

}  // namespace

WorldPoint world_of(GeoPoint point) {
  const double sine = std::clamp(std::sin(point.latitude() * std::numbers::pi / 180), -furthest_sine, furthest_sine);
  return {(point.longitude() + 180) / 360, 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi)};
}

// The cosine of the latitude is 1 / cosh of its height on the map.
double metres_per_world(double world_y) {
  const double grown = std::exp((1 - 2 * std::clamp(world_y, 0.0, 1.0)) * std::numbers::pi);
  return earth_round_metres * 2 / (grown + 1 / grown);
}

}  // namespace alongside::local_offer
