#include "plugins/local_offer/model/map/device_near.hpp"

#include "plugins/local_offer/model/map/mercator.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::local_offer {
namespace {

GeoPoint point_of(const wire::Place& place) {
  const auto point = GeoPoint::from_e7(place.latitude_e7, place.longitude_e7);
  return point.ok() ? point.value() : GeoPoint();
}

}  // namespace

int doubt_miles(const std::vector<wire::Place>& places, const wire::Place& from) {
  constexpr double least = 1, most = 5;
  double nearest = most * 2;
  for (const wire::Place& place : places) {
    if (place.name == from.name) continue;
    nearest = std::min(nearest, distance_metres(point_of(from), point_of(place)) / metres_per_mile);
  }
  return static_cast<int>(std::clamp(std::round(nearest / 2), least, most));
}

}  // namespace alongside::local_offer
