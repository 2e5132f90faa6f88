#include "plugins/local_offer/model/map/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace alongside::local_offer {

MapCamera MapCamera::around(std::span<const WorldPoint> points, ScreenSize size, double room) {
  MapCamera camera;
  if (points.empty()) return camera;
  WorldPoint low = points.front(), high = points.front();
  for (const WorldPoint& point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  camera.middle_ = {(low.x + high.x) / 2, (low.y + high.y) / 2};
  constexpr double hair = 1e-9;  // of the world: what is at one place has no width
  const double across = std::max(1.0, size.width - 2 * room) / std::max(hair, high.x - low.x);
  const double down = std::max(1.0, size.height - 2 * room) / std::max(hair, high.y - low.y);
  const double zoom = std::log(std::min(across, down) / 256) / std::numbers::ln2;
  camera.zoom_ = std::clamp(zoom, least_zoom, most_fitted_zoom);
  return camera;
}

double MapCamera::pixels_per_world() const { return 256 * std::exp(zoom_ * std::numbers::ln2); }

ScreenPoint MapCamera::screen(WorldPoint point, ScreenSize size) const {
  const double scale = pixels_per_world();
  return {size.width / 2 + (point.x - middle_.x) * scale, size.height / 2 + (point.y - middle_.y) * scale};
}

void MapCamera::pan(double dx, double dy) {
  const double scale = pixels_per_world();
  middle_ = {middle_.x - dx / scale, middle_.y - dy / scale};
  stay_in_the_world();
}

void MapCamera::zoom_by(double doublings, ScreenPoint about, ScreenSize size) {
  const double before = pixels_per_world();
  zoom_ = std::clamp(zoom_ + doublings, least_zoom, most_zoom);
  const double shrink = 1 / before - 1 / pixels_per_world();
  middle_ = {middle_.x + (about.x - size.width / 2) * shrink, middle_.y + (about.y - size.height / 2) * shrink};
  stay_in_the_world();
}

void MapCamera::stay_in_the_world() { middle_ = {std::clamp(middle_.x, 0.0, 1.0), std::clamp(middle_.y, 0.0, 1.0)}; }

}  // namespace alongside::local_offer
