// sketch_of: the council's outlines, the rings around where one measures from and the scale bar, as strokes of a
// figure. Pins, names and everything that is spoken are MapView's. Used by MapView.
#pragma once

#include "app/ui/figure.hpp"
#include "plugins/local_offer/model/map/camera.hpp"
#include "plugins/local_offer/model/map/map_base.hpp"

#include <optional>
#include <vector>

namespace alongside::local_offer {

// The base's points on the map, worked out once.
struct MapGround {
  struct Shape {
    MapShapeKind kind = MapShapeKind::Boundary;
    std::vector<WorldPoint> points;
  };
  std::vector<Shape> shapes;
  MapTiles tiles;
};
MapGround ground_of(const MapBase& base);

struct MapMiddle {
  WorldPoint at;
  double doubt_miles = 0;  // 0: it is a place, drawn as one
};

struct MapStage {
  const MapCamera& camera;
  ScreenSize size;
};

ui::FigurePoint figure_point(ScreenPoint point);
void draw_ground(ui::Sketch& sketch, const MapGround& ground, const MapStage& stage);
void draw_middle(ui::Sketch& sketch, const MapMiddle& middle, const MapStage& stage);
// A bar of `pixels` in the lower left corner. Returns the middle of its right end.
ui::FigurePoint draw_scale(ui::Sketch& sketch, double pixels, ScreenSize size);

}  // namespace alongside::local_offer
