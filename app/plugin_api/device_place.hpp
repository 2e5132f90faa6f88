// DevicePlace: where this device is, once its person has said that it may be asked. Only Host::find_device() asks, and
// only on a press; kept in memory until the page closes, never stored, never part of an address or of a message.
#pragma once

#include "app/base/geo_point.hpp"

#include <cstdint>

namespace alongside {

struct DevicePlace {
  enum class State : std::uint8_t {
    Unasked,
    Asking,  // the browser asks the person, or looks for itself
    Known,
    Refused,      // the person, or whoever set up this device, said no
    Unavailable,  // it does not know where it is
  };
  State state = State::Unasked;
  GeoPoint point{};   // of Known
  double metres = 0;  // it is within about so far of the point
};

}  // namespace alongside
