// TileArea: the part of the world that a council's map is about: its outlines and places with room around them. Nobody
// is given tiles of elsewhere, so this server is no way to a map server for others. Used by TileStore.
#pragma once

#include "app/server/council_config.hpp"
#include "plugins/local_offer/api/tiles/tile.hpp"
#include "plugins/local_offer/model/map/mercator.hpp"

namespace alongside::local_offer {

class TileArea {
 public:
  explicit TileArea(const server::CouncilConfig& council);
  bool has(const Tile& tile) const;

 private:
  void take(GeoPoint point);

  WorldPoint least_{1, 1};
  WorldPoint most_{0, 0};
};

}  // namespace alongside::local_offer
