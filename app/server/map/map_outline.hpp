// MapOutline: one area or line of the council's own map, in the order in which its points follow each other. Part of
// CouncilConfig; the local offer sends them to whoever opens the map.
#pragma once

#include "app/base/geo_point.hpp"

#include <cstdint>
#include <vector>

namespace alongside::server {

enum class MapOutlineKind : std::uint8_t { Boundary, Hole, Green, Lake, River, Road };

constexpr bool is_line(MapOutlineKind kind) { return kind == MapOutlineKind::River || kind == MapOutlineKind::Road; }

struct MapOutline {
  MapOutlineKind kind = MapOutlineKind::Boundary;
  std::vector<GeoPoint> points;  // of an area: the first is not said again at the end
};

}  // namespace alongside::server
