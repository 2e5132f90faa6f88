#include "plugins/local_offer/api/place_point.hpp"

#include "app/base/text.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

// The United Kingdom with its islands; what lies outside is a mistake in the feed, most often
// latitude and longitude exchanged.
bool is_in_united_kingdom(double latitude, double longitude) {
  return latitude > 49 && latitude < 61.5 && longitude > -9.5 && longitude < 2.5;
}

}  // namespace

PlacePoint place_point(std::optional<double> latitude, std::optional<double> longitude) {
  if (!latitude && !longitude) return {};
  if (!latitude || !longitude) return {PointFault::Half, {}};
  const auto point = GeoPoint::from_degrees(*latitude, *longitude);
  if (!point.ok()) return {PointFault::Impossible, {}};
  if (!is_in_united_kingdom(*latitude, *longitude)) return {PointFault::Elsewhere, {}};
  return {PointFault::None, point.value()};
}

bool is_phone_number(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_digit) >= 3 && text.size() <= 40;
}

}  // namespace alongside::local_offer
