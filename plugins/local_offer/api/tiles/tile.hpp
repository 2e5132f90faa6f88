// Tile: one square picture of a map, as map servers number them (XYZ): the world is 2^z squares wide, x from the west,
// y from the north. Used by TileStore and TileArea.
#pragma once

#include "app/server/request.hpp"

#include <compare>
#include <cstdint>
#include <optional>

namespace alongside::local_offer {

struct Tile {
  int z = 0;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  auto operator<=>(const Tile&) const = default;
};

// As an address has it, "/api/local_offer/tiles/{z}/{x}/{y}"; none: it is no square of the world.
std::optional<Tile> tile_of(const server::Request& request);

}  // namespace alongside::local_offer
