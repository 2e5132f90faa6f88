// map_base: what lies under the map's pins, out of the council's configuration and the postcodes it has read. Sent by
// the feature as GET /api/local_offer/map, the same for everybody.
#pragma once

#include "app/server/council_config.hpp"
#include "plugins/local_offer/model/map/map_base.hpp"

#include <vector>

namespace alongside::local_offer {

// `postcodes`: districts and sectors; only districts near the council's places are named on a map.
MapBase map_base(const server::CouncilConfig& council, const std::vector<wire::Place>& postcodes);

}  // namespace alongside::local_offer
