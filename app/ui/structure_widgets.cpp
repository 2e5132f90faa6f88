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
    paint.line({place.x, foot ? place.y : place.y + place.height - 1, place.width, 1}, theme.line);
  });
}

constexpr float card_radius = 12, card_band = 8;
constexpr float widest_card = 720;  // words end at 522: a wider one is half empty

void paint_card(DisplayList& paint, const Theme& theme, const HueColors& hue, CardLook look, Rect place) {
  const bool soft = look == CardLook::Soft;
  if (!soft && theme.shadow.alpha > 0) paint.shadow(place, theme.shadow, card_radius);
  if (look != CardLook::Band) return paint.fill(place, soft ? hue.soft : theme.surface, card_radius);
  paint.fill(place, hue.strong, card_radius);
  const Rect below{place.x, place.y + card_band, place.width, place.height - card_band};
  paint.fill_bottom(below, theme.surface, card_radius);
}

void paint_known_card(FrameParts& parts, const OpenScope& scope, Rect place) {
  const auto look = static_cast<CardLook>(scope.look);
  const Theme& theme = parts.theme();
  const HueColors& hue = theme.hue(scope.hue);
  const bool over = parts.pointer.over(parts.node_of(scope).id);
  const bool edge = look == CardLook::Card || !theme.soft_fills;
  parts.paint().fill_reserved(scope.paint, 4, [&](DisplayList& paint) {
    paint_card(paint, theme, hue, look, place);
    if (over) {
      paint.stroke(place, hue.strong, card_radius, 2);
    } else if (edge) {
      paint.stroke(place, theme.line, card_radius, theme.edge);
    }
  });
}

// In a grid a card is painted when its line is complete.
void close_card(FrameParts& parts, const OpenScope& scope, Rect place) {
  if (static_cast<CardLook>(scope.look) == CardLook::Plain) return;
  if (scope.is_cell || parts.scope().is_cell) return parts.card_lines.add(scope, place);
  paint_known_card(parts, scope, place);
}

void close_cell(FrameParts& parts, const OpenScope& scope, Rect place) { parts.card_lines.add(scope, place); }

void close_grid(FrameParts& parts, const OpenScope& scope, Rect) {
  parts.card_lines.finish(parts, scope.line, paint_known_card);
}

void open_grid(FrameParts& parts, int columns) {
  parts.scope().line = parts.card_lines.mark();
  parts.scope().closed = close_grid;
  parts.layout.open_grid(columns, {8, 8});
}

// True when what comes next stands in a grid; a line that was full is complete then.
bool begin_cell(FrameParts& parts) {
  if (!parts.layout.in_grid()) return false;
  auto grid = parts.scopes.rbegin();
  while (grid->closed != close_grid) ++grid;
  if (parts.layout.is_line_full()) parts.card_lines.finish(parts, grid->line, paint_known_card);
  return true;
}

void close_bullet(FrameParts& parts, const OpenScope& scope, Rect place) {
  const float line = line_height(parts.style(18));
  parts.paint().fill_reserved(scope.paint, 1, [&](DisplayList& paint) {
    paint.dot({place.x + 6, place.y + line / 2 - 3, 6, 6}, parts.theme().hue(scope.hue).strong);
  });
}

// Cards stand in columns where there is room, so that a wide screen is not a tower of empty lines.
int card_columns(const FrameParts& parts) {
  const float narrowest = 340 * std::min(parts.input.text_scale, 2.0f);
  return std::clamp(static_cast<int>((parts.layout.width() + grid_gap) / (narrowest + grid_gap)), 1, 3);
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
    const float space = role == Role::Navigation ? 0.0f : 16.0f;
    parts.layout.open(Flow::Column, {0, above, 0, above * 3}, {space, space});
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
  const bool is_cell = begin_cell(parts);
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::Group, key);
  scope.is_cell = is_cell;
  static constexpr std::string_view looks[] = {"card", "card soft", "card band", "card plain"};
  parts.node_of(scope).look = parts.look_with_hue(looks[static_cast<std::size_t>(look)]);
  parts.stage.make_card(scope.node, href);
  scope.look = static_cast<std::uint8_t>(look);
  scope.paint = parts.paint().reserve(4);
  scope.closed = close_card;
  const float side = look == CardLook::Plain ? 0 : !is_cell && parts.layout.width() >= 600 ? 20.0f : 16.0f;
  const Insets insets{side, side + (look == CardLook::Band ? card_band : 0.0f), side, side};
  if (is_cell) parts.layout.open(Flow::Column, insets, {12, 12});
  if (is_cell) return {frame_, Scope::Kind::Node};
  parts.layout.open_at_most(look == CardLook::Plain ? 1e6f : widest_card * parts.input.text_scale, insets, {12, 12});
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
  const int columns = look == ListLook::Cards ? card_columns(parts) : 1;
  if (tabs) {
    const bool phone = parts.input.width < tabs_in_line_from;
    parts.layout.open_row(phone ? 0 : 8, phone ? Spread::Yes : Spread::No, {0, 0});
  } else if (columns > 1) {
    open_grid(parts, columns);
  } else {
    parts.layout.open(Flow::Column);
  }
  return {frame_, Scope::Kind::Node};
}

Scope Ui::list_item(Key key) {
  FrameParts& parts = frame_.parts();
  const ListLook list = parts.scope().list;
  const bool is_cell = begin_cell(parts);
  OpenScope& scope = parts.open(Scope::Kind::Node, Role::ListItem, key);
  scope.is_cell = is_cell;
  if (is_cell) scope.closed = close_cell;
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

Scope Ui::row(Key key, RowLook look) {
  FrameParts& parts = frame_.parts();
  const bool ends = look == RowLook::Ends;
  parts.node_of(parts.open(Scope::Kind::Row, Role::Group, key)).look = ends ? "row ends" : "row";
  parts.layout.open_row(ends ? line_gap : row_gap, ends ? Spread::Ends : Spread::No, {});
  return {frame_, Scope::Kind::Row};
}

Scope Ui::split(Key key, float left_share) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Split, Role::Group, key)).look = left_share > 0.5f ? "split first" : "split";
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

Scope Ui::columns(Key key) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Node, Role::Group, key)).look = "columns";
  if (const int columns = card_columns(parts); columns > 1) {
    open_grid(parts, columns);
  } else {
    parts.layout.open(Flow::Column);
  }
  return {frame_, Scope::Kind::Node};
}

Scope Ui::form(Key key, std::string_view name) {
  FrameParts& parts = frame_.parts();
  parts.node_of(parts.open(Scope::Kind::Node, Role::Form, key)).name = name;
  parts.layout.open(Flow::Column);
  return {frame_, Scope::Kind::Node};
}

}  // namespace alongside::ui
