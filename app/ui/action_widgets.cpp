// Ui: buttons and links.
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace alongside::ui {
namespace {

enum class Fill : std::uint8_t { None, Strong, Outline, Soft };

struct ButtonShape {
  Fill fill = Fill::Outline;
  float side = 20, visible = 48, target = 48, radius = 10, text = 18;
  LabelAlign align = LabelAlign::Center;
};

ButtonShape shape_of(ButtonLook look) {
  switch (look) {
    case ButtonLook::Primary: return {.fill = Fill::Strong};
    case ButtonLook::Quiet: return {.fill = Fill::None, .side = 12};
    case ButtonLook::Chip: return {.fill = Fill::Soft, .side = 12, .visible = 40, .radius = 20, .text = 16};
    case ButtonLook::Secondary: break;
  }
  return {};
}

std::string_view name_of(ButtonLook look) {
  switch (look) {
    case ButtonLook::Primary: return "primary";
    case ButtonLook::Quiet: return "quiet";
    case ButtonLook::Chip: return "chip";
    case ButtonLook::Secondary: break;
  }
  return "secondary";
}

Color paint_button_box(FrameParts& parts, const ButtonShape& shape, Rect box, NodeId id) {
  const Theme& theme = parts.theme();
  const HueColors& hue = parts.colors();
  const bool over = parts.pointer.over(id);
  const float radius = std::min(shape.radius, box.height / 2);
  switch (shape.fill) {
    case Fill::Strong: parts.paint().fill(box, over ? hue.hover : hue.strong, radius); return hue.on_strong;
    case Fill::Outline:
      parts.paint().fill(box, over ? hue.soft : theme.surface, radius);
      parts.paint().stroke(box, hue.strong, radius, over ? 3 : 2);
      return hue.strong;
    case Fill::Soft:
      parts.paint().fill(box, hue.soft, radius);
      if (over || !theme.soft_fills) parts.paint().stroke(box, hue.strong, radius, 2);
      return hue.strong;
    case Fill::None: break;
  }
  if (over) parts.paint().fill(box, hue.soft, radius);
  return hue.strong;
}

// Measures, places and paints a button-like box for a node that has its name.
void button_box(FrameParts& parts, Node& node, const ButtonShape& shape, Icon icon) {
  const TextStyle style = parts.style(shape.text, FontFace::Bold);
  const Label label = measure_label(parts, node.name, style, icon, parts.layout.width() - 2 * shape.side);
  const float visible = std::max(shape.visible, label.height + 16);
  const float target = std::max(shape.target, visible);
  const float width = std::max(label.width + 2 * shape.side, 48.0f);
  // What a page is for stands a little apart from what goes before it.
  node.rect = parts.layout.place({width, target}, {shape.fill == Fill::Strong ? 16.0f : 8.0f, 8});
  const Rect box{node.rect.x, node.rect.y + (target - visible) / 2, node.rect.width, visible};
  const Color ink = paint_button_box(parts, shape, box, node.id);
  const float push = parts.pointer.holds(node.id) ? 1.0f : 0.0f;
  paint_label(parts, label, {box.x + shape.side, box.y + push, box.width - 2 * shape.side, box.height}, ink,
              shape.align);
}

void text_link(FrameParts& parts, Node& node, LinkLook look, Icon icon) {
  const bool title = look == LinkLook::CardTitle, standalone = look == LinkLook::Standalone || look == LinkLook::Back;
  if (look == LinkLook::Back && icon == Icon::None) icon = Icon::ArrowLeft;
  const bool brand = look == LinkLook::Brand;
  const TextStyle style = title   ? parts.style(22, FontFace::Bold)
                          : brand ? parts.style(parts.input.width < 400 ? 18 : 20, FontFace::Bold)
                                  : parts.style(18, standalone ? FontFace::Bold : FontFace::Regular);
  const Label label = measure_label(parts, node.name, style, icon, parts.layout.width());
  // A title's target is its whole card.
  const float height = title ? label.height : std::max(48.0f, label.height);
  node.rect = parts.layout.place({label.width, height}, title ? Margins{0, 4} : Margins{4, 4});
  const bool over = parts.pointer.over(node.id);
  const Color ink = over ? parts.colors().hover : parts.colors().strong;
  paint_label(parts, label, node.rect, ink);
  if (brand && !over) return;
  underline_label(parts, label, node.rect, ink,
                  (over ? 3.0f : 1.0f) * std::max(1.0f, std::floor(parts.input.text_scale)));
}

void paint_tab_ground(FrameParts& parts, const Node& node, Current current) {
  const HueColors& hue = parts.colors();
  const Rect& place = node.rect;
  if (parts.pointer.over(node.id) && current == Current::No) parts.paint().fill_top(place, hue.soft, 8);
  if (current == Current::No) return;
  parts.paint().fill({place.x + 4, place.y + place.height - 4, place.width - 8, 4}, hue.strong, 2);
}

// A tab of the main navigation: in its hue when it is the present place.
void tab_link(FrameParts& parts, Node& node, Icon icon, Current current) {
  const bool stacked = parts.input.width < tabs_in_line_from;
  // Five stand beside each other on the narrowest phone, in Welsh too.
  const bool narrow = parts.input.width < 350;
  const float side = narrow ? 2 : stacked ? 8 : 14, widest = narrow ? 80 : 140;
  const float room = parts.layout.width() - 2 * side;
  const float limit = stacked ? std::min(widest * parts.input.text_scale, room) : room;
  const TextStyle style = parts.style(16, FontFace::Bold);
  const Label label = measure_label(parts, node.name, style, stacked ? Icon::None : icon, limit);
  const float picture = stacked && icon != Icon::None ? parts.scaled(24) : 0;
  const float inside = picture + label.height;
  const float height = std::max(56.0f, inside + 16);
  node.rect = parts.layout.place({std::max(narrow ? 48.0f : 56.0f, label.width + 2 * side), height}, {0, 0});
  paint_tab_ground(parts, node, current);
  const Color ink = current == Current::Yes ? parts.colors().strong : parts.theme().ink_soft;
  const float top = node.rect.y + std::floor((height - inside) / 2) - (stacked ? 2 : 0);
  parts.paint().icon(picture > 0 ? icon : Icon::None, picture, ink, {node.rect.x, top, node.rect.width, picture});
  paint_label(parts, label, {node.rect.x, top + picture, node.rect.width, label.height}, ink, LabelAlign::Center);
}

std::string_view name_of(LinkLook look) {
  switch (look) {
    case LinkLook::Standalone: return "standalone";
    case LinkLook::Button: return "button";
    case LinkLook::Navigation: return "navigation";
    case LinkLook::CardTitle: return "card-title";
    case LinkLook::Back: return "back";
    case LinkLook::Chip: return "chip";
    case LinkLook::Brand: return "brand";
    case LinkLook::Inline: break;
  }
  return "inline";
}

std::string name_of_group(FrameParts& parts) {
  for (auto scope = parts.scopes.rbegin(); scope != parts.scopes.rend(); ++scope) {
    if (scope->node != no_node && !parts.node_of(*scope).name.empty()) return parts.node_of(*scope).name;
  }
  return {};
}

}  // namespace

void Ui::link(Key key, std::string_view text, std::string_view href, LinkLook look, Icon icon, Current current) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Link, key);
  node.name = text;
  node.href = href;
  node.look = parts.look_with_hue(name_of(look));
  if (current == Current::Yes) node.states = static_cast<std::uint32_t>(State::Current);
  if (look == LinkLook::Button) {
    button_box(parts, node, shape_of(ButtonLook::Primary), icon);
  } else if (look == LinkLook::Chip) {
    button_box(parts, node, shape_of(ButtonLook::Chip), icon);
  } else if (look == LinkLook::Navigation) {
    tab_link(parts, node, icon, current);
  } else {
    text_link(parts, node, look, icon);
  }
  if (parts.activated(node.id)) parts.navigations.emplace_back(href);
}

bool Ui::button(Key key, std::string_view text, ButtonLook look, Icon icon) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Button, key);
  node.name = text;
  node.look = parts.look_with_hue(name_of(look));
  button_box(parts, node, shape_of(look), icon);
  return parts.activated(node.id);
}

bool Ui::button_of_group(Key key, std::string_view text, ButtonLook look) {
  const bool is_pressed = button(key, text, look);
  const std::string group = name_of_group(frame_.parts());
  if (!group.empty()) heard_as(std::string(text) + ", " + group);
  return is_pressed;
}

void Ui::heard_as(std::string_view name) {
  FrameParts& parts = frame_.parts();
  parts.stage.node(parts.last_node()).value = name;
}

bool Ui::toggle(Key key, std::string_view text, Pressed pressed, Icon icon) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Button, key);
  node.name = text;
  node.look = parts.look_with_hue("chip");
  const bool on = pressed == Pressed::Yes;
  node.states = static_cast<std::uint32_t>(on ? State::Pressed : State::Unpressed);
  ButtonShape shape = shape_of(ButtonLook::Chip);
  shape.fill = on ? Fill::Strong : Fill::Outline;
  button_box(parts, node, shape, on ? Icon::Check : icon);
  return parts.activated(node.id);
}

bool Ui::disclosure(Key key, std::string_view text, Expanded expanded) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Button, key);
  node.name = text;
  node.look = parts.look_with_hue("disclosure");
  const bool open = expanded == Expanded::Yes;
  node.states = static_cast<std::uint32_t>(open ? State::Expanded : State::Collapsed);
  ButtonShape shape = shape_of(ButtonLook::Quiet);
  shape.align = LabelAlign::Start;
  shape.side = 8;
  button_box(parts, node, shape, open ? Icon::ChevronDown : Icon::ChevronRight);
  return parts.activated(node.id);
}

}  // namespace alongside::ui
