// tiles_in_view: which squares of a map server lie under what the map shows, and where. Used by map_sketch.
#pragma once

#include "plugins/local_offer/model/map/camera.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

struct MapTile {
  int z = 0;
  std::uint32_t x = 0, y = 0;  // of 2^z from the west and from the north
  ScreenPoint corner;
  double side = 0;  // CSS px
};

struct ZoomRange {
  int least = 0;
  int most = 0;
};

inline constexpr std::size_t most_tiles_in_view = 60;

// None where the map is closer or further away than there are squares for it to be read.
std::vector<MapTile> tiles_in_view(const MapCamera& camera, ScreenSize size, ZoomRange zooms);

}  // namespace alongside::local_offer
