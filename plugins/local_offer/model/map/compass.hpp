// compass_of: which way something lies, in the eight words people use. Used by the map page.
#pragma once

#include "app/base/geo_point.hpp"

#include <cstdint>

namespace alongside::local_offer {

enum class Compass : std::uint8_t { North, NorthEast, East, SouthEast, South, SouthWest, West, NorthWest };

// Over the short distances of a council, as it looks on the map.
Compass compass_of(GeoPoint from, GeoPoint to);

}  // namespace alongside::local_offer
