// Sketch: the drawing inside a figure, such as a map: filled shapes, lines, rings and discs in the figure's own
// coordinates (CSS px from its top left corner). Made by a page each frame and painted by Ui::figure(); words and
// what can be chosen are no part of it, but nodes: Ui::mark() and Ui::figure_label().
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::ui {

struct FigurePoint {
  float x = 0, y = 0;
  bool operator==(const FigurePoint&) const = default;
};

// What a line or shape is, never its colour: the theme decides. Green and Water are grounds, Way and Edge lines.
enum class Ink : std::uint8_t { Outside, Ground, Green, Water, Way, Edge, Accent };

class Sketch {
 public:
  enum class Kind : std::uint8_t { Shape, Line, Ring, Disc, Picture };
  struct Stroke {
    Kind kind = Kind::Line;
    Ink ink = Ink::Edge;
    float size = 1;  // thickness of lines and rings
    float radius = 0;
    std::size_t first = 0, count = 0;  // in points(); of a picture: its corner there, and which address
  };

  void shape(std::span<const FigurePoint> outline, Ink ink) { add(Kind::Shape, ink, 0, 0, outline); }
  void line(std::span<const FigurePoint> points, Ink ink, float thickness) {
    add(Kind::Line, ink, thickness, 0, points);
  }
  void ring(FigurePoint centre, float radius, Ink ink, float thickness) {
    add(Kind::Ring, ink, thickness, radius, {&centre, 1});
  }
  void disc(FigurePoint centre, float radius, Ink ink) { add(Kind::Disc, ink, 0, radius, {&centre, 1}); }

  // A square picture of this server ("/api/…"), such as a map's, `side` px wide; nothing while it is not here.
  void picture(FigurePoint corner, float side, std::string address) {
    strokes_.push_back({Kind::Picture, Ink::Ground, side, 0, points_.size(), addresses_.size()});
    points_.push_back(corner);
    addresses_.push_back(std::move(address));
  }

  std::string_view address(const Stroke& stroke) const { return addresses_[stroke.count]; }
  const std::vector<Stroke>& strokes() const { return strokes_; }
  std::span<const FigurePoint> points(const Stroke& stroke) const {
    return std::span(points_).subspan(stroke.first, stroke.kind == Kind::Picture ? 1 : stroke.count);
  }

 private:
  void add(Kind kind, Ink ink, float size, float radius, std::span<const FigurePoint> points) {
    strokes_.push_back({kind, ink, size, radius, points_.size(), points.size()});
    points_.insert(points_.end(), points.begin(), points.end());
  }

  std::vector<Stroke> strokes_;
  std::vector<FigurePoint> points_;
  std::vector<std::string> addresses_;
};

// What a person did to a figure since the frame before: by dragging, wheel, two fingers, arrow keys, + and −.
struct FigureMove {
  FigurePoint by{};     // the drawing follows the finger
  float doublings = 0;  // 1: everything twice as large
  FigurePoint about{};  // which point stays where it is; below 0: the middle
  bool is_any() const { return by != FigurePoint{} || doublings != 0; }
};

enum class MarkLook : std::uint8_t { Pin, Group };  // one thing in a disc, or several in a box

}  // namespace alongside::ui
