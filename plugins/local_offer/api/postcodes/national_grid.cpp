#include "plugins/local_offer/api/postcodes/national_grid.hpp"

#include <cmath>
#include <numbers>

namespace alongside::local_offer {
namespace {

struct Ellipsoid {
  double a, b;
  double e2() const { return 1 - (b * b) / (a * a); }
};
constexpr Ellipsoid airy{6377563.396, 6356256.909}, wgs84{6378137.0, 6356752.314245};
constexpr double scale = 0.9996012717, true_northing = -100000, true_easting = 400000;
constexpr double degree = std::numbers::pi / 180, origin_latitude = 49 * degree, origin_longitude = -2 * degree;

struct Angles {
  double latitude, longitude;  // radians
};

double meridian_arc(double latitude) {
  const double n = (airy.a - airy.b) / (airy.a + airy.b), n2 = n * n, n3 = n * n * n;
  const double minus = latitude - origin_latitude, plus = latitude + origin_latitude;
  return airy.b * scale *
         ((1 + n + 5.0 / 4 * n2 + 5.0 / 4 * n3) * minus -
          (3 * n + 3 * n2 + 21.0 / 8 * n3) * std::sin(minus) * std::cos(plus) +
          (15.0 / 8 * n2 + 15.0 / 8 * n3) * std::sin(2 * minus) * std::cos(2 * plus) -
          35.0 / 24 * n3 * std::sin(3 * minus) * std::cos(3 * plus));
}

double foot_latitude(double northing) {
  double latitude = origin_latitude, left = northing - true_northing;
  for (int step = 0; step < 20 && std::abs(left) >= 0.00001; ++step) {
    latitude += left / (airy.a * scale);
    left = northing - true_northing - meridian_arc(latitude);
  }
  return latitude;
}

// Annex C of the guide: the inverse of the transverse Mercator projection.
Angles unproject(double easting, double northing) {
  const double latitude = foot_latitude(northing), e2 = airy.e2();
  const double sine = std::sin(latitude), tangent = std::tan(latitude), secant = 1 / std::cos(latitude);
  const double nu = airy.a * scale / std::sqrt(1 - e2 * sine * sine);
  const double rho = airy.a * scale * (1 - e2) / std::pow(1 - e2 * sine * sine, 1.5), eta2 = nu / rho - 1;
  const double t2 = tangent * tangent, t4 = t2 * t2, t6 = t4 * t2, d = easting - true_easting;
  const double nu3 = nu * nu * nu, nu5 = nu3 * nu * nu, nu7 = nu5 * nu * nu;
  const double seven = tangent / (2 * rho * nu);
  const double eight = tangent / (24 * rho * nu3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const double nine = tangent / (720 * rho * nu5) * (61 + 90 * t2 + 45 * t4);
  const double ten = secant / nu, eleven = secant / (6 * nu3) * (nu / rho + 2 * t2);
  const double twelve = secant / (120 * nu5) * (5 + 28 * t2 + 24 * t4);
  const double twelve_a = secant / (5040 * nu7) * (61 + 662 * t2 + 1320 * t4 + 720 * t6);
  const double d2 = d * d;
  return {latitude - d2 * (seven - d2 * (eight - d2 * nine)),
          origin_longitude + d * (ten - d2 * (eleven - d2 * (twelve - d2 * twelve_a)))};
}

// Through Cartesian coordinates, moved and turned (Helmert, OSGB36 to WGS84), at height nought.
Angles to_wgs84(Angles from) {
  const double sine = std::sin(from.latitude), nu = airy.a / std::sqrt(1 - airy.e2() * sine * sine);
  const double x = nu * std::cos(from.latitude) * std::cos(from.longitude);
  const double y = nu * std::cos(from.latitude) * std::sin(from.longitude), z = (1 - airy.e2()) * nu * sine;
  constexpr double second = degree / 3600, grow = 1 - 20.4894e-6;
  constexpr double turn_x = 0.1502 * second, turn_y = 0.2470 * second, turn_z = 0.8421 * second;
  const double x2 = 446.448 + grow * x - turn_z * y + turn_y * z;
  const double y2 = -125.157 + turn_z * x + grow * y - turn_x * z;
  const double z2 = 542.060 - turn_y * x + turn_x * y + grow * z;
  const double p = std::hypot(x2, y2), e2 = wgs84.e2();
  double latitude = std::atan2(z2, p * (1 - e2));
  for (int step = 0; step < 8; ++step) {
    const double s = std::sin(latitude);
    latitude = std::atan2(z2 + e2 * wgs84.a / std::sqrt(1 - e2 * s * s) * s, p);
  }
  return {latitude, std::atan2(y2, x2)};
}

}  // namespace

Result<GeoPoint> point_of_grid(double easting, double northing) {
  // The grid's own sheet; beyond it the series mean nothing.
  const bool is_on_it = easting >= 0 && easting <= 700'000 && northing >= 0 && northing <= 1'300'000;
  if (!is_on_it) return Error{ErrorCode::InvalidInput, "not on the National Grid"};
  const Angles point = to_wgs84(unproject(easting, northing));
  return GeoPoint::from_degrees(point.latitude / degree, point.longitude / degree);
}

}  // namespace alongside::local_offer
