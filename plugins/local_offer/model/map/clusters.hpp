// clusters_of: pins that would lie over one another, gathered into one marker. The best of the list keeps its place
// and the others join it, so that no two markers are closer than a finger needs. Used by the map page.
#pragma once

#include "plugins/local_offer/model/map/map_pins.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

struct PinCluster {
  WorldPoint at;                    // of its first pin
  std::vector<std::uint32_t> pins;  // in the list's order
  std::vector<std::uint32_t> hits;  // each service once, in the list's order
};

// Every pin is in exactly one cluster; no two clusters are within `apart` px of each other both across and down.
std::vector<PinCluster> clusters_of(std::span<const MapPin> pins, double pixels_per_world, double apart);

}  // namespace alongside::local_offer
