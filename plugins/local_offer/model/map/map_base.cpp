#include "plugins/local_offer/model/map/map_base.hpp"

namespace alongside::local_offer {
namespace {

constexpr std::int32_t e7_per_step = 100;

std::int32_t steps_from_zero(std::int32_t e7) { return (e7 + (e7 < 0 ? -e7_per_step : e7_per_step) / 2) / e7_per_step; }

}  // namespace

std::vector<std::int32_t> steps_of(std::span<const GeoPoint> points) {
  std::vector<std::int32_t> steps;
  std::int32_t latitude = 0, longitude = 0;
  for (const GeoPoint& point : points) {
    const std::int32_t north = steps_from_zero(point.latitude_e7()), east = steps_from_zero(point.longitude_e7());
    steps.push_back(north - latitude);
    steps.push_back(east - longitude);
    latitude = north;
    longitude = east;
  }
  return steps;
}

std::vector<GeoPoint> points_of(std::span<const std::int32_t> steps) {
  std::vector<GeoPoint> points;
  std::int64_t latitude = 0, longitude = 0;
  for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
    latitude += steps[i];
    longitude += steps[i + 1];
    const auto point = GeoPoint::from_e7(latitude * e7_per_step, longitude * e7_per_step);
    if (point.ok()) points.push_back(point.value());
  }
  return points;
}

}  // namespace alongside::local_offer
