#include "app/base/geo_point.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace alongside {
namespace {

constexpr double earth_radius_metres = 6'371'008.8;

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

double square(double value) { return value * value; }

Error not_on_the_globe() { return {ErrorCode::InvalidInput, "the coordinates are not on the globe"}; }

}  // namespace

Result<GeoPoint> GeoPoint::from_degrees(double latitude, double longitude) {
  // Written so that a NaN, which compares false with everything, is refused too.
  const bool on_globe = std::abs(latitude) <= 90.0 && std::abs(longitude) <= 180.0;
  if (!on_globe) return not_on_the_globe();
  return from_e7(std::llround(latitude * 1e7), std::llround(longitude * 1e7));
}

Result<GeoPoint> GeoPoint::from_e7(std::int64_t latitude, std::int64_t longitude) {
  if (latitude < -latitude_limit_e7 || latitude > latitude_limit_e7) return not_on_the_globe();
  if (longitude < -longitude_limit_e7 || longitude > longitude_limit_e7) return not_on_the_globe();
  return GeoPoint(static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude));
}

double distance_metres(GeoPoint from, GeoPoint to) {
  const double half_north = radians(to.latitude() - from.latitude()) / 2;
  const double half_east = radians(to.longitude() - from.longitude()) / 2;
  const double haversine = square(std::sin(half_north)) + std::cos(radians(from.latitude())) *
                                                              std::cos(radians(to.latitude())) *
                                                              square(std::sin(half_east));
  // Rounding can carry opposite points a hair past 1, where asin has no answer.
  return 2 * earth_radius_metres * std::asin(std::sqrt(std::min(1.0, haversine)));
}

}  // namespace alongside
