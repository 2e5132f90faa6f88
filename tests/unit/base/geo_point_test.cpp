#include "app/base/geo_point.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace alongside {
namespace {

GeoPoint point(double latitude, double longitude) { return GeoPoint::from_degrees(latitude, longitude).value(); }

TEST_CASE("a point keeps seven places of each degree") {
  const GeoPoint here = point(52.9070001, -2.8920002);
  CHECK(here.latitude_e7() == 529070001);
  CHECK(here.longitude_e7() == -28920002);
  CHECK(here.latitude() == doctest::Approx(52.9070001));
}

TEST_CASE("coordinates that are not on the globe are refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(!GeoPoint::from_degrees(90.0000001, 0).ok());
  CHECK(!GeoPoint::from_degrees(0, -180.0000001).ok());
  CHECK(!GeoPoint::from_degrees(nan, 0).ok());
  CHECK(!GeoPoint::from_degrees(0, nan).ok());
  CHECK(!GeoPoint::from_degrees(infinity, 0).ok());
  CHECK(!GeoPoint::from_degrees(0, -1e300).ok());
  CHECK(!GeoPoint::from_e7(INT64_MAX, 0).ok());
  CHECK(GeoPoint::from_degrees(-90, 180).ok());
}

TEST_CASE("known distances come out within one per cent") {
  const GeoPoint london = point(51.5074, -0.1278);
  const GeoPoint cardiff = point(51.4816, -3.1791);
  CHECK(distance_metres(london, cardiff) == doctest::Approx(211'600).epsilon(0.01));
  CHECK(distance_metres(point(52.0, -3.0), point(53.0, -3.0)) == doctest::Approx(111'195).epsilon(0.001));
}

TEST_CASE("distance is nothing to itself, the same both ways, and half the world at most") {
  const GeoPoint here = point(52.907, -2.892);
  const GeoPoint there = point(52.941, -2.826);
  CHECK(distance_metres(here, here) == 0);
  CHECK(distance_metres(here, there) == doctest::Approx(distance_metres(there, here)));
  CHECK(distance_metres(point(90, 0), point(-90, 0)) == doctest::Approx(20'015'115).epsilon(0.0001));
  CHECK(std::isfinite(distance_metres(point(12.3456789, 77.1234567), point(-12.3456789, -102.8765433))));
}

TEST_CASE("a step over the date line is short") {
  CHECK(distance_metres(point(0, 179.999), point(0, -179.999)) == doctest::Approx(222.4).epsilon(0.01));
}

}  // namespace
}  // namespace alongside
