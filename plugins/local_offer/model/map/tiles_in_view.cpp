#include "plugins/local_offer/model/map/tiles_in_view.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::local_offer {
namespace {

// A square is shown from two thirds to four thirds of its own size, where its names can be read; at the ends of the
// range up to twice as large or half as large.
constexpr double sharper = 0.1, furthest_off = 1.01;

std::uint32_t square_at(double world, std::uint32_t wide) {
  return static_cast<std::uint32_t>(std::clamp(world * wide, 0.0, wide - 1.0));
}

}  // namespace

std::vector<MapTile> tiles_in_view(const MapCamera& camera, ScreenSize size, ZoomRange zooms) {
  const int z = std::clamp(static_cast<int>(std::lround(camera.zoom() + sharper)), zooms.least, zooms.most);
  if (std::abs(camera.zoom() - z) > furthest_off) return {};
  const std::uint32_t wide = std::uint32_t{1} << z;
  const double side = camera.pixels_per_world() / wide;
  const ScreenPoint origin = camera.screen({0, 0}, size);  // the world's own corner
  const double world = camera.pixels_per_world();
  const std::uint32_t left = square_at(-origin.x / world, wide),
                      right = square_at((size.width - origin.x) / world, wide);
  const std::uint32_t top = square_at(-origin.y / world, wide),
                      bottom = square_at((size.height - origin.y) / world, wide);
  std::vector<MapTile> tiles;
  for (std::uint32_t y = top; y <= bottom; ++y) {
    for (std::uint32_t x = left; x <= right && tiles.size() < most_tiles_in_view; ++x)
      tiles.push_back({z, x, y, {origin.x + x * side, origin.y + y * side}, side});
  }
  return tiles;
}

}  // namespace alongside::local_offer
