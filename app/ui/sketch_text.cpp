#include "app/ui/sketch_text.hpp"

#include <cmath>
#include <span>
#include <string_view>

namespace alongside::ui {
namespace {

// Whole CSS pixels: the drawing is shown no larger than it was made.
void number(std::string& text, float value) { text += std::to_string(std::lround(value)); }

void point(std::string& text, char command, FigurePoint at) {
  text += command;
  number(text, at.x);
  text += ' ';
  number(text, at.y);
}

std::string_view ink_name(Ink ink) {
  switch (ink) {
    case Ink::Outside: return "outside";
    case Ink::Ground: return "ground";
    case Ink::Green: return "green";
    case Ink::Water: return "water";
    case Ink::Way: return "way";
    case Ink::Edge: return "edge";
    case Ink::Accent: break;
  }
  return "accent";
}

// Two half circles.
void round_path(std::string& text, FigurePoint centre, float radius) {
  point(text, 'M', {centre.x - radius, centre.y});
  for (const float by : {2 * radius, -2 * radius}) {
    point(text, 'a', {radius, radius});
    text += " 0 1 0 ";
    number(text, by);
    text += " 0";
  }
  text += 'Z';
}

void path(std::string& text, std::span<const FigurePoint> points) {
  char command = 'M';
  for (const FigurePoint& each : points) {
    point(text, command, each);
    command = 'L';
  }
}

}  // namespace

std::string sketch_text(const Sketch& sketch, float width, float height) {
  std::string text;
  number(text, width);
  text += ' ';
  number(text, height);
  for (const Sketch::Stroke& stroke : sketch.strokes()) {
    if (stroke.kind == Sketch::Kind::Picture) continue;
    const bool is_filled = stroke.kind == Sketch::Kind::Shape || stroke.kind == Sketch::Kind::Disc;
    (text += is_filled ? "\nfill " : "\nline ") += ink_name(stroke.ink);
    text += ' ';
    number(text, stroke.size);
    text += ' ';
    if (stroke.kind == Sketch::Kind::Ring || stroke.kind == Sketch::Kind::Disc)
      round_path(text, sketch.points(stroke).front(), stroke.radius);
    else
      path(text, sketch.points(stroke));
    if (stroke.kind == Sketch::Kind::Shape) text += 'Z';
  }
  return text;
}

}  // namespace alongside::ui
