// MapCamera: which part of the world the map shows: its middle and how large. Moved by what a person does; knows
// nothing of screens. Used by the map page, which keeps it while the map's search is the same.
#pragma once

#include "plugins/local_offer/model/map/mercator.hpp"

#include <span>

namespace alongside::local_offer {

// CSS px from the drawing's top left corner.
struct ScreenPoint {
  double x = 0, y = 0;
};
struct ScreenSize {
  double width = 0, height = 0;
};

class MapCamera {
 public:
  static constexpr double least_zoom = 5, most_zoom = 17, most_fitted_zoom = 13;

  // Shows all the points with some room around; one alone is not shown closer than a mile across or so.
  static MapCamera around(std::span<const WorldPoint> points, ScreenSize size, double room);

  ScreenPoint screen(WorldPoint point, ScreenSize size) const;
  double pixels_per_world() const;
  double pixels_per_mile() const { return pixels_per_world() * metres_per_mile / metres_per_world(middle_.y); }
  double zoom() const { return zoom_; }
  WorldPoint middle() const { return middle_; }

  void pan(double dx, double dy);  // px: the drawing moves with them
  // 1: everything twice as large; what is at `about` stays there.
  void zoom_by(double doublings, ScreenPoint about, ScreenSize size);
  bool is_closest() const { return zoom_ >= most_zoom; }
  bool is_furthest() const { return zoom_ <= least_zoom; }
  bool operator==(const MapCamera&) const = default;

 private:
  void stay_in_the_world();

  WorldPoint middle_{0.5, 0.33};
  double zoom_ = 9;  // 256 px for the world, doubled so many times
};

}  // namespace alongside::local_offer
