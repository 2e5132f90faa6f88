// Ui: checkboxes and radio buttons.
#include "app/ui/field_paint.hpp"
#include "app/ui/key_hash.hpp"
#include "app/ui/picture_paint.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr float mark_size = 28, mark_gap = 12, picture_size = 72;

// A box or circle with words at its right, and a picture before them: the whole of it can be clicked.
void place_choice(FrameParts& parts, Node& node, std::string_view hint) {
  const float side = parts.scaled(mark_size), picture = node.href.empty() ? 0 : parts.scaled(picture_size);
  const float left = side + mark_gap + (picture > 0 ? picture + mark_gap : 0);
  const float limit = std::min(parts.layout.width() - left, measure_em * 18 * parts.input.text_scale);
  const Label label = measure_label(parts, node.name, parts.style(18), Icon::None, limit);
  Label more;
  if (!hint.empty()) more = measure_label(parts, hint, parts.style(16), Icon::None, limit);
  const float words = label.height + more.height;
  node.rect = parts.layout.place(
      {left + std::max(label.width, more.width) + 8, std::max({words + 8, picture + 8, 48.0f})}, {2, 2});
  const float top = node.rect.y + static_cast<float>(static_cast<int>((node.rect.height - words) / 2));
  node.box = {0, top - node.rect.y + static_cast<float>(static_cast<int>((label.block.line_height - side) / 2)), side,
              side};
  const float x = node.rect.x + left;
  paint_picture(parts, node.href, {x - picture - mark_gap, node.rect.y + 4, picture, picture});
  paint_label(parts, label, {x, top, label.width, label.height}, parts.theme().ink);
  if (!hint.empty()) paint_label(parts, more, {x, top + label.height, more.width, more.height}, parts.theme().ink_soft);
}

Rect mark_of(const Node& node) {
  return {node.rect.x + node.box.x, node.rect.y + node.box.y, node.box.width, node.box.height};
}

void paint_checkbox(FrameParts& parts, const Node& node) {
  const Theme& theme = parts.theme();
  const Rect mark = mark_of(node);
  const bool over = parts.pointer.over(node.id), checked = node.has(State::Checked);
  parts.paint().fill(mark, checked ? parts.colors().strong : theme.surface, 6);
  parts.paint().stroke(mark, checked || over ? parts.colors().strong : theme.line_strong, 6, over ? 3 : 2);
  if (checked) parts.paint().icon(Icon::Check, mark.width * 0.8f, parts.colors().on_strong, mark);
}

void paint_radio(FrameParts& parts, const Node& node) {
  const Theme& theme = parts.theme();
  const Rect mark = mark_of(node);
  const bool over = parts.pointer.over(node.id), chosen = node.has(State::Checked);
  const auto shrunk = [&mark](float by) {
    return Rect{mark.x + by, mark.y + by, mark.width - 2 * by, mark.height - 2 * by};
  };
  parts.paint().dot(mark, chosen || over ? parts.colors().strong : theme.line_strong);
  parts.paint().dot(shrunk(over ? 3 : 2), theme.surface);
  if (chosen) parts.paint().dot(shrunk(mark.width * 0.25f), parts.colors().strong);
}

// True once for each time the person switched it.
bool toggled(FrameParts& parts, NodeId id) {
  return parts.take(id, ActionKind::Toggle).has_value() || parts.activated(id);
}

}  // namespace

bool Ui::checkbox(Key key, std::string_view label, bool& checked, std::string_view picture) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Checkbox, key);
  const bool before = checked;
  while (toggled(parts, node.id)) checked = !checked;
  node.name = label;
  node.href = picture;
  if (checked) node.states |= static_cast<std::uint32_t>(State::Checked);
  place_choice(parts, node, {});
  paint_checkbox(parts, node);
  return checked != before;
}

bool Ui::radio_group(Key key, const FieldText& words, const std::vector<Choice>& choices, std::string& value) {
  FrameParts& parts = frame_.parts();
  const float width = field_width(parts, 0);
  OpenScope& group = parts.open(Scope::Kind::Node, Role::RadioGroup, key);
  const Scope scope(frame_, Scope::Kind::Node);
  const FieldWords measured = measure_field(parts, parts.node_of(group), words, width);
  parts.layout.open(Flow::Column, {0, 0, 0, 0}, {12, 12});
  paint_field_words(parts, measured, parts.layout.place({width, measured.height}, {0, 4}));
  const std::string before = value;
  const std::size_t first = parts.last_node() + 1;
  for (const Choice& choice : choices) {
    Node& radio = parts.leaf(Role::Radio, Key("choice", fnv_text(fnv_start, choice.value)));
    radio.name = choice.label;
    radio.description = choice.hint;
    radio.value = choice.value;
    radio.href = choice.picture;
    if (!choice.lang.empty() && choice.lang != code_of(parts.words.language())) radio.lang = choice.lang;
    if (toggled(parts, radio.id)) value = choice.value;
  }
  const bool has_pictures = std::ranges::any_of(choices, [](const Choice& one) { return !one.picture.empty(); });
  // Only now is it known which of them is chosen.
  for (std::size_t i = 0; i < choices.size(); ++i) {
    Node& radio = parts.stage.node(first + i);
    if (choices[i].value == value) radio.states |= static_cast<std::uint32_t>(State::Checked);
    if (has_pictures) continue;
    place_choice(parts, radio, choices[i].hint);
    paint_radio(parts, radio);
  }
  if (has_pictures) picture_tiles(parts, first, choices);
  return value != before;
}

}  // namespace alongside::ui
