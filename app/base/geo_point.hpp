// GeoPoint: a place on the ground, WGS84 degrees × 1e7 (about a centimetre). Made from feeds and
// council configuration; plugins measure how far a service is with distance_metres.
#pragma once

#include "app/base/result.hpp"

#include <compare>
#include <cstdint>

namespace alongside {

class GeoPoint {
 public:
  static constexpr std::int32_t latitude_limit_e7 = 900'000'000;
  static constexpr std::int32_t longitude_limit_e7 = 1'800'000'000;

  constexpr GeoPoint() = default;
  // Refuses what is not a number and what is not on the globe.
  static Result<GeoPoint> from_degrees(double latitude, double longitude);
  static Result<GeoPoint> from_e7(std::int64_t latitude, std::int64_t longitude);

  constexpr std::int32_t latitude_e7() const { return latitude_e7_; }
  constexpr std::int32_t longitude_e7() const { return longitude_e7_; }
  constexpr double latitude() const { return latitude_e7_ * 1e-7; }
  constexpr double longitude() const { return longitude_e7_ * 1e-7; }

  constexpr auto operator<=>(const GeoPoint&) const = default;

 private:
  constexpr GeoPoint(std::int32_t latitude, std::int32_t longitude)
      : latitude_e7_(latitude), longitude_e7_(longitude) {}
  std::int32_t latitude_e7_ = 0;
  std::int32_t longitude_e7_ = 0;
};

// The great-circle distance on a sphere of the Earth's mean radius: within 0.6 % of the truth.
double distance_metres(GeoPoint from, GeoPoint to);

}  // namespace alongside
