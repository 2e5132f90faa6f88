// "near=here" in an address: measured from where this device is. The address never says where that is, so it can be
// kept, sent and reloaded; who opens it measures from their own place, once they have said that they want to.
// Used by the find and the map page.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/wire/messages/council.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

inline constexpr std::string_view near_here = "here";  // no place of a council is called so

// The council's places, and the device's own when it is known.
inline std::vector<wire::Place> places_with(std::vector<wire::Place> places, const std::optional<GeoPoint>& device) {
  if (!device) return places;
  wire::Place here;
  here.name = near_here;
  here.latitude_e7 = device->latitude_e7();
  here.longitude_e7 = device->longitude_e7();
  places.push_back(std::move(here));
  return places;
}

// Nobody's home is the middle of a town: half of the way to the next place, in whole miles, is how far off that may
// be. At least 1 and at most 5.
int doubt_miles(const std::vector<wire::Place>& places, const wire::Place& from);

}  // namespace alongside::local_offer
