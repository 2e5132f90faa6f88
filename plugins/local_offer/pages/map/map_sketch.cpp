#include "plugins/local_offer/pages/map/map_sketch.hpp"

#include "plugins/local_offer/model/map/scale_bar.hpp"
#include "plugins/local_offer/model/map/tiles_in_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace alongside::local_offer {
namespace {

using ui::FigurePoint;
using ui::Ink;

bool is_area(MapShapeKind kind) { return kind < MapShapeKind::River; }

Ink ink_of(MapShapeKind kind) {
  switch (kind) {
    case MapShapeKind::Boundary: return Ink::Ground;
    case MapShapeKind::Hole: return Ink::Outside;
    case MapShapeKind::Green: return Ink::Green;
    case MapShapeKind::Lake:
    case MapShapeKind::River: return Ink::Water;
    case MapShapeKind::Road: break;
  }
  return Ink::Way;
}

std::vector<FigurePoint> placed(const std::vector<WorldPoint>& points, const MapStage& stage) {
  std::vector<FigurePoint> placed;
  placed.reserve(points.size() + 1);
  for (const WorldPoint& point : points) placed.push_back(figure_point(stage.camera.screen(point, stage.size)));
  return placed;
}

// Over our own ground, which is seen where a square is not here (yet).
void draw_tiles(ui::Sketch& sketch, const MapTiles& tiles, const MapStage& stage) {
  for (const MapTile& tile : tiles_in_view(stage.camera, stage.size, {tiles.least_zoom, tiles.most_zoom})) {
    const std::string address = "/api/local_offer/tiles/" + std::to_string(tile.z) + "/" + std::to_string(tile.x) +
                                "/" + std::to_string(tile.y);
    sketch.picture(figure_point(tile.corner), static_cast<float>(tile.side), address);
  }
}

}  // namespace

FigurePoint figure_point(ScreenPoint point) { return {static_cast<float>(point.x), static_cast<float>(point.y)}; }

MapGround ground_of(const MapBase& base) {
  MapGround ground;
  ground.tiles = base.tiles;
  for (const MapShape& shape : base.shapes) {
    MapGround::Shape& made = ground.shapes.emplace_back();
    made.kind = shape.kind;
    for (const GeoPoint& point : points_of(shape.steps)) made.points.push_back(world_of(point));
  }
  return ground;
}

void draw_ground(ui::Sketch& sketch, const MapGround& ground, const MapStage& stage) {
  const auto wide = static_cast<float>(stage.size.width), high = static_cast<float>(stage.size.height);
  const auto is_boundary = [](const MapGround::Shape& shape) { return shape.kind == MapShapeKind::Boundary; };
  if (std::none_of(ground.shapes.begin(), ground.shapes.end(), is_boundary)) {
    const FigurePoint corners[] = {{0, 0}, {wide, 0}, {wide, high}, {0, high}};
    sketch.shape(corners, Ink::Ground);
  }
  const float road = static_cast<float>(std::clamp((stage.camera.zoom() - 7) * 0.9, 1.5, 6.0));
  for (const MapGround::Shape& shape : ground.shapes) {
    auto points = placed(shape.points, stage);
    if (is_area(shape.kind) && points.size() > 2) {
      sketch.shape(points, ink_of(shape.kind));
    } else if (!is_area(shape.kind) && points.size() > 1) {
      sketch.line(points, ink_of(shape.kind), shape.kind == MapShapeKind::River ? road + 2 : road);
    }
  }
  if (ground.tiles.is_used()) draw_tiles(sketch, ground.tiles, stage);
  // The edge of the council last, over what crosses it.
  for (const MapGround::Shape& shape : ground.shapes) {
    if (!is_boundary(shape) || shape.points.empty()) continue;
    auto points = placed(shape.points, stage);
    points.push_back(points.front());
    sketch.line(points, Ink::Edge, 1.5f);
  }
}

void draw_middle(ui::Sketch& sketch, const MapMiddle& middle, const MapStage& stage) {
  const FigurePoint at = figure_point(stage.camera.screen(middle.at, stage.size));
  const double mile = stage.camera.pixels_per_mile();
  for (const double miles : ring_miles) sketch.ring(at, static_cast<float>(miles * mile), Ink::Accent, 1.5f);
  if (const double doubt = middle.doubt_miles * mile; doubt > 16)
    sketch.ring(at, static_cast<float>(doubt), Ink::Edge, 1);
  sketch.disc(at, 12, Ink::Ground);
  sketch.ring(at, 12, Ink::Accent, 3);
  sketch.disc(at, 5, Ink::Accent);
}

FigurePoint draw_scale(ui::Sketch& sketch, double pixels, ScreenSize size) {
  const float left = 14, right = left + static_cast<float>(pixels), down = static_cast<float>(size.height) - 22;
  const FigurePoint bar[] = {{left, down - 6}, {left, down}, {right, down}, {right, down - 6}};
  sketch.line(bar, Ink::Ground, 6);
  sketch.line(bar, Ink::Edge, 2.5f);
  return {right, down};
}

}  // namespace alongside::local_offer
