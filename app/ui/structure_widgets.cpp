// Ui: parts of the page that hold other parts.
#include "app/ui/frame_parts.hpp"
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::ui {
namespace {

// From edge to edge, with the contents in the page's column.
Insets band_insets(const FrameParts& parts, float above, float below) {
  const float side = std::floor((parts.input.width - parts.layout.width()) / 2);
  return {side, above, side, below};
}

void close_band(FrameParts& parts, const OpenScope& scope, Rect place) {
  const Theme& theme = parts.theme();
  const bool foot = scope.role == Role::ContentInfo;
  parts.paint().fill_reserved(scope.paint, 2, [&](DisplayList& paint) {
    paint.fill(place, theme.surface);
    if (scope.role == Role::Banner) return;
    paint.line({place.x, foot ? place.y : place.y + place.height - 1, place.width, 1}, theme.line);
  });
}

void close_card(FrameParts& parts, const OpenScope& scope, Rect place) {
  constexpr float radius = 12, band = 8;
  const auto look = static_cast<CardLook>(scope.look);
  const Theme& theme = parts.theme();
  const HueColors& hue = theme.hue(scope.hue);
  const bool over = parts.pointer.over(parts.node_of(scope).id);
  parts.paint().fill_reserved(scope.paint, 4, [&](DisplayList& paint) {
    if (look == CardLook::Plain) return;
    const bool soft = look == CardLook::Soft;
    if (!soft && theme.shadow.alpha > 0) paint.shadow(place, theme.shadow, radius);
    paint.fill(place, soft ? hue.soft : theme.surface, radius);
    if (look == CardLook::Band) paint.fill_top({place.x, place.y, place.width, band}, hue.strong, radius);
    if (over) paint.stroke(place, hue.strong, radius, 2);
    else if (!soft || !theme.soft_fills) paint.stroke(place, theme.line, radius, theme.edge);
  });
}

void close_bullet(FrameParts& parts, const OpenScope& scope, Rect place) {
  const float line = line_height(parts.style(18));
  parts.paint().fill_reserved(scope.paint, 1, [&](DisplayList& paint) {
    paint.dot({place.x + 6, place.y + line / 2 - 3, 6, 6}, parts.theme().hue(scope.hue).strong);
  });
}

}  // namespace

Scope Ui::landmark(Key key, Role role, std::string_view name) {
  FrameParts& parts = frame_.parts();
  const bool at_top = parts.layout.depth() == 1;
  OpenScope& scope = parts.open(Scope::Kind::Node, role, key);
  parts.node_of(scope).name = name;
  const bool band = at_top && (role == Role::Banner || role == Role::Navigation || role == Role::ContentInfo);
  if (!band) {
    const float above = at_top && role == Role::Main ? 16.0f : 0.0f;
    parts.layout.open(Flow::Column, {0, above, 0, above * 3}, {16, 16});
    return {frame_, Scope::Kind::Node};
  }
  scope.paint = parts.paint().reserve(2);
  scope.closed = close_band;
  const float above = role == Role::Banner ? 8.0f : role == Role::Navigation ? 0.0f : 24.0f;
  const float below = role == Role::ContentInfo ? 32.0f : role == Role::Banner ? 8.0f : 0.0f;
  parts.layout.open(Flow::Column, band_insets(parts, above, below), {0, 0}, Span::Page);
  return {frame_, Scope::Kind::Node};
}

Scope Ui::card(Key key, CardLook look, std::string_view href) {
  FrameParts& parts = frame_.parts();
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::Group, key);
  static constexpr std::string_view looks[] = {"card", "card soft", "card band", "card plain"};
  parts.node_of(scope).look = parts.look_with_hue(looks[static_cast<std::size_t>(look)]);
  parts.stage.note(scope.node).href = href;
  scope.look = static_cast<std::uint8_t>(look);
  scope.paint = parts.paint().reserve(4);
  scope.closed = close_card;
  const float side = look == CardLook::Plain ? 0 : parts.layout.width() >= 600 ? 20.0f : 16.0f;
  parts.layout.open(Flow::Column, {side, side + (look == CardLook::Band ? 8.0f : 0.0f), side, side}, {12, 12});
  return {frame_, Scope::Kind::Node};
}

Scope Ui::list(Key key, std::string_view name, ListLook look) {
  FrameParts& parts = frame_.parts();
  const bool tabs = look == ListLook::Navigation || parts.scope().role == Role::Navigation;
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::List, key);
  static constexpr std::string_view looks[] = {"cards", "bullets", "plain", "navigation"};
  parts.node_of(scope).name = name;
  parts.node_of(scope).look = looks[static_cast<std::size_t>(look)];
  scope.list = look;
  parts.layout.open(tabs ? Flow::Row : Flow::Column, {}, tabs ? Margins{0, 0} : Margins{8, 8});
  return {frame_, Scope::Kind::Node};
}

Scope Ui::list_item(Key key) {
  FrameParts& parts = frame_.parts();
  const ListLook list = parts.scope().list;
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::ListItem, key);
  Insets insets;
  if (list == ListLook::Bullets) {
    insets.left = 24;
    scope.paint = parts.paint().reserve(1);
    scope.closed = close_bullet;
  }
  const float space = list == ListLook::Cards ? 12.0f : 4.0f;
  parts.layout.open(Flow::Column, insets, {space, space});
  return {frame_, Scope::Kind::Node};
}

Scope Ui::row(Key key) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Row, Role::Group, key)).look = "row";
  parts.layout.open(Flow::Row);
  return {frame_, Scope::Kind::Row};
}

Scope Ui::split(Key key, float left_share) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Split, Role::Group, key)).look = "split";
  if (parts.input.width >= 900) {
    parts.layout.open_split(left_share, {16, 16});
  } else {
    parts.layout.open(Flow::Column, {}, {16, 16});
  }
  return {frame_, Scope::Kind::Split};
}

Scope Ui::pane(Key key) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Pane, Role::Group, key)).look = "pane";
  parts.layout.open_pane();
  return {frame_, Scope::Kind::Pane};
}

Scope Ui::form(Key key, std::string_view name) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Node, Role::Form, key)).name = name;
  parts.layout.open(Flow::Column);
  return {frame_, Scope::Kind::Node};
}

}  // namespace alongside::ui
