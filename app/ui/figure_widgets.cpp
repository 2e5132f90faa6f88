// Ui: figures: a drawing, and in it the words and the marks that can be chosen. The page hands the gestures over
// (web/mirror_figure.js); the drawing is the canvas's alone, and whoever does not see it has the marks.
#include "app/ui/label.hpp"
#include "app/ui/sketch_text.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace alongside::ui {
namespace {

constexpr float figure_radius = 12, mark_target = 48, pin_size = 34, label_side = 6;

Color ink_color(const FrameParts& parts, Ink ink) {
  const Theme& theme = parts.theme();
  switch (ink) {
    case Ink::Outside: return theme.neutral.soft;
    case Ink::Ground: return theme.surface;
    case Ink::Green: return theme.good.soft;
    case Ink::Water: return theme.primary.soft;
    case Ink::Way: return theme.line;
    case Ink::Edge: return theme.line_strong;
    case Ink::Accent: break;
  }
  return parts.colors().strong;
}

// In a box as wide as itself. Round to the eye however large it is; the corners of boxes are not.
std::vector<FigurePoint> circle(float radius) {
  const int sides = std::clamp(static_cast<int>(radius / 2), 24, 180);
  std::vector<FigurePoint> points;
  for (int i = 0; i <= sides; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(sides);
    points.push_back({radius + radius * std::cos(angle), radius + radius * std::sin(angle)});
  }
  return points;
}

void paint_stroke(FrameParts& parts, const Sketch& sketch, const Sketch::Stroke& stroke, Rect place) {
  const Color color = ink_color(parts, stroke.ink);
  const auto points = sketch.points(stroke);
  if (stroke.kind == Sketch::Kind::Shape) {
    if (parts.theme().soft_fills) return parts.paint().shape(place, points, color);
    return parts.paint().path(place, points, parts.theme().line, 1);  // a soft ground is an outline instead
  }
  if (stroke.kind == Sketch::Kind::Line) return parts.paint().path(place, points, color, stroke.size);
  const FigurePoint centre = points.front();
  if (stroke.kind == Sketch::Kind::Picture) {
    // High contrast is for edges and words; a picture behind them is none.
    if (!parts.theme().soft_fills) return;
    const Rect square{place.x + centre.x, place.y + centre.y, stroke.size, stroke.size};
    return parts.paint().picture(sketch.address(stroke), square, parts.theme().veil());
  }
  const Rect box{place.x + centre.x - stroke.radius, place.y + centre.y - stroke.radius, 2 * stroke.radius,
                 2 * stroke.radius};
  if (stroke.kind == Sketch::Kind::Disc) return parts.paint().fill(box, color, stroke.radius);
  parts.paint().path(box, circle(stroke.radius), color, stroke.size);
}

// "dx dy hundredths x y": px, hundredths of a doubling, px.
std::array<float, 5> numbers_in(const std::string& payload) {
  std::array<float, 5> numbers{};
  const char* at = payload.c_str();
  for (float& number : numbers) {
    char* end = nullptr;
    number = static_cast<float>(std::clamp(std::strtol(at, &end, 10), -100'000L, 100'000L));
    at = end;
  }
  return numbers;
}

void take_moves(FrameParts& parts, NodeId id, FigureMove& move) {
  while (const auto action = parts.take(id, ActionKind::Move)) {
    const auto [dx, dy, hundredths, x, y] = numbers_in(action->payload);
    move.by = {move.by.x + dx, move.by.y + dy};
    move.doublings += hundredths / 100;
    move.about = {x, y};
  }
}

Label label_of(const FrameParts& parts, std::string_view text, TextLook look) {
  const TextStyle style = look == TextLook::Strong ? parts.style(16, FontFace::Bold) : parts.style(14);
  return measure_label(parts, text, style, Icon::None, parts.input.width);
}

Rect figure_around(FrameParts& parts) {
  for (auto scope = parts.scopes.rbegin(); scope != parts.scopes.rend(); ++scope) {
    if (scope->role == Role::Figure && scope->node != no_node) return parts.node_of(*scope).rect;
  }
  return {};
}

bool fits(const Rect& box, const Rect& figure) {
  return box.x >= figure.x && box.y >= figure.y && box.x + box.width <= figure.x + figure.width &&
         box.y + box.height <= figure.y + figure.height;
}

void paint_mark(FrameParts& parts, const Node& node, Rect box, const Label& sign, MarkLook look) {
  const HueColors& hue = parts.colors();
  const bool chosen = node.has(State::Pressed), strong = (look == MarkLook::Pin) != chosen;
  const float radius = look == MarkLook::Pin ? box.height / 2 : 8;
  const auto grown = [&box](float by) { return Rect{box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; };
  // A halo of the ground lifts it off lines; the one that is chosen has a second edge.
  parts.paint().fill(grown(chosen ? 6.0f : 2.0f), parts.theme().surface, radius + (chosen ? 6.0f : 2.0f));
  if (chosen) parts.paint().stroke(grown(5), parts.theme().ink, radius + 5, 3);
  parts.paint().fill(box, strong ? hue.strong : parts.theme().surface, radius);
  parts.paint().stroke(box, hue.strong, radius, 2);
  paint_label(parts, sign, box, strong ? hue.on_strong : hue.strong, LabelAlign::Center);
}

}  // namespace

Scope Ui::figure(Key key, FigureWords words, float height, const Sketch& sketch, FigureMove& move) {
  FrameParts& parts = frame_.parts();
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::Figure, key);
  Node& node = parts.node_of(scope);
  node.name = words.name;
  node.description = words.hint;
  node.look = "drawing";
  take_moves(parts, node.id, move);
  parts.layout.open(Flow::Column, {}, {12, 12});
  const Rect place = parts.layout.place({parts.layout.width(), height}, {0, 0});
  parts.node_of(scope).rect = place;
  parts.paint().clip(place);
  parts.paint().fill(place, ink_color(parts, Ink::Outside), figure_radius);
  for (const Sketch::Stroke& stroke : sketch.strokes()) paint_stroke(parts, sketch, stroke, place);
  parts.paint().unclip(place);
  parts.paint().stroke(place, parts.theme().line_strong, figure_radius, parts.theme().edge);
  return {frame_, Scope::Kind::Node};
}

void Ui::chart(Key key, std::string_view name, float height, const Sketch& sketch) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Image, key);
  node.name = name;
  node.look = parts.look_with_hue("chart");
  const Rect place = parts.layout.place({parts.layout.width(), height}, {12, 12});
  node.rect = place;
  if (parts.input.view == View::Plain) node.value = sketch_text(sketch, place.width, place.height);
  parts.paint().clip(place);
  parts.paint().fill(place, parts.theme().surface, figure_radius);
  for (const Sketch::Stroke& stroke : sketch.strokes()) paint_stroke(parts, sketch, stroke, place);
  parts.paint().unclip(place);
  parts.paint().stroke(place, parts.theme().line_strong, figure_radius, parts.theme().edge);
}

bool Ui::mark(Key key, FigurePoint centre, MarkWords words, MarkLook look, Pressed pressed) {
  FrameParts& parts = frame_.parts();
  const Rect figure = figure_around(parts);
  const Label sign = label_of(parts, words.sign, TextLook::Strong);
  const float high = parts.scaled(pin_size), wide = std::max(high, sign.width + 14);
  const float target_wide = std::max(wide, mark_target), target_high = std::max(high, mark_target);
  const float x = figure.x + centre.x, y = figure.y + centre.y;
  const Rect target{x - target_wide / 2, y - target_high / 2, target_wide, target_high};
  if (!fits(target, figure)) return false;
  Node& node = parts.leaf(Role::Button, key);
  node.name = words.name;
  node.look = parts.look_with_hue("mark");
  node.states = static_cast<std::uint32_t>(pressed == Pressed::Yes ? State::Pressed : State::Unpressed);
  node.rect = target;
  paint_mark(parts, node, {x - wide / 2, y - high / 2, wide, high}, sign, look);
  return parts.activated(node.id);
}

FigurePoint Ui::label_size(std::string_view text, TextLook look) const {
  const Label label = label_of(frame_.parts(), text, look);
  return {label.width + 2 * label_side, label.height};
}

void Ui::figure_label(Key key, FigurePoint centre, std::string_view text, TextLook look) {
  FrameParts& parts = frame_.parts();
  const Rect figure = figure_around(parts);
  const Label label = label_of(parts, text, look);
  const float wide = label.width + 2 * label_side, high = label.height;
  const Rect box{figure.x + centre.x - wide / 2, figure.y + centre.y - high / 2, wide, high};
  if (!fits(box, figure)) return;
  Node& node = parts.leaf(Role::Paragraph, key);
  node.name = text;
  node.look = "drawing-label";
  node.rect = box;
  parts.paint().fill(box, parts.theme().plate(), 6);
  paint_label(parts, label, {box.x + label_side, box.y, label.width, high},
              look == TextLook::Strong ? parts.theme().ink : parts.theme().ink_soft);
}

}  // namespace alongside::ui
