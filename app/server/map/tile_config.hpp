// TileConfig: a map server that a council may put under its map, from "map_tiles" in the configuration file. Without
// that section the map is our own drawing alone. Read by council_config; used by the local offer's TileStore.
#pragma once

#include "app/server/language.hpp"
#include "app/wire/messages/council.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class JsonFields;

struct TileConfig {
  static constexpr int furthest = 5, closest = 17;  // as the map itself can be zoomed

  std::string url;         // "https://tiles.northmere.example/{z}/{x}/{y}.png": XYZ of Web Mercator, 256 px a side
  wire::Bilingual credit;  // what must stand beside the map: "© Crown copyright and database rights 2026 OS …"
  int least_zoom = furthest;
  int most_zoom = closest;
  std::string key_env;  // an environment variable, whose value takes {key}'s place; empty: there is none
  std::vector<std::string> inner_addresses;  // "10.1.2.3": where it may be although that is not public
  bool is_used() const { return !url.empty(); }
};

// The optional section "map_tiles"; mistakes are noted with what to write.
TileConfig read_map_tiles(JsonFields& parent, const std::vector<Language>& languages);
// What is asked for one tile; `key` is never logged.
std::string tile_address(const TileConfig& tiles, int z, unsigned x, unsigned y, std::string_view key);

}  // namespace alongside::server
