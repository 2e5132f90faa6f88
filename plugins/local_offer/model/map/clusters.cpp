#include "plugins/local_offer/model/map/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::uint32_t no_cluster = static_cast<std::uint32_t>(-1);

// The clusters by squares as wide as they must be apart: only the nine squares around a pin can have one near it.
class Squares {
 public:
  explicit Squares(double side) : side_(side) {}

  // The nearest cluster that the pin would touch.
  std::uint32_t near(const std::vector<PinCluster>& clusters, WorldPoint at) const {
    std::uint32_t nearest = no_cluster;
    double least = side_;
    const auto [column, row] = square(at);
    for (std::int64_t x = column - 1; x <= column + 1; ++x) {
      for (std::int64_t y = row - 1; y <= row + 1; ++y) {
        const auto found = squares_.find({x, y});
        if (found == squares_.end()) continue;
        for (const std::uint32_t index : found->second) {
          const WorldPoint& other = clusters[index].at;
          const double away = std::max(std::abs(other.x - at.x), std::abs(other.y - at.y));
          if (away < least) least = away, nearest = index;
        }
      }
    }
    return nearest;
  }

  void add(std::uint32_t index, WorldPoint at) { squares_[square(at)].push_back(index); }

 private:
  std::pair<std::int64_t, std::int64_t> square(WorldPoint at) const {
    return {static_cast<std::int64_t>(std::floor(at.x / side_)), static_cast<std::int64_t>(std::floor(at.y / side_))};
  }

  double side_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>> squares_;
};

}  // namespace

std::vector<PinCluster> clusters_of(std::span<const MapPin> pins, double pixels_per_world, double apart) {
  std::vector<PinCluster> clusters;
  Squares squares(apart / pixels_per_world);
  for (std::uint32_t i = 0; i < pins.size(); ++i) {
    std::uint32_t index = squares.near(clusters, pins[i].at);
    if (index == no_cluster) {
      index = static_cast<std::uint32_t>(clusters.size());
      clusters.push_back({pins[i].at, {}, {}});
      squares.add(index, pins[i].at);
    }
    PinCluster& cluster = clusters[index];
    cluster.pins.push_back(i);
    // Pins come in the list's order, so the pins of one service are neighbours.
    if (cluster.hits.empty() || cluster.hits.back() != pins[i].hit) cluster.hits.push_back(pins[i].hit);
  }
  return clusters;
}

}  // namespace alongside::local_offer
