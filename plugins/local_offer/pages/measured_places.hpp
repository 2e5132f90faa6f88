// Where a search can be measured from on this device: the council's places and, once its person has said so, where the
// device is. Used by the find and the map page, which therefore measure alike.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/local_offer/model/map/device_near.hpp"

#include <optional>
#include <vector>

namespace alongside::local_offer {

inline std::optional<GeoPoint> device_point(const Host& host) {
  const DevicePlace& place = host.device_place();
  if (place.state != DevicePlace::State::Known) return std::nullopt;
  return place.point;
}

inline std::vector<wire::Place> places_to_measure_from(const Host& host) {
  return places_with(host.council().places, device_point(host));
}

}  // namespace alongside::local_offer
