// Ui: pairs of a term and what is said about it, such as "Where" and an address.
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>
#include <string>

namespace alongside::ui {
namespace {

constexpr float side_by_side_from = 480;  // narrower: the definition stands below its term

}  // namespace

Scope Ui::description_list(Key key) {
  FrameParts& parts = frame_.parts();
  parts.open(Scope::Kind::Node, Role::DescriptionList, key);
  parts.layout.open(Flow::Column);
  return {frame_, Scope::Kind::Node};
}

void Ui::description(Key key, Icon icon, std::string_view term, std::string_view definition) {
  FrameParts& parts = frame_.parts();
  const float width = parts.layout.width(), scale = parts.input.text_scale;
  const bool wide = width >= side_by_side_from * scale;
  const float term_width = wide ? std::min(width * 0.35f, 200 * scale) : width;
  const float left = wide ? term_width + 16 : icon == Icon::None ? 0 : parts.scaled(22) + 8;
  const Label name = measure_label(parts, term, parts.style(18, FontFace::Bold), icon, term_width);
  const Label words =
      measure_label(parts, definition, parts.style(18), Icon::None, std::min(width - left, measure_em * 18 * scale));
  const float height = wide ? std::max(name.height, words.height) : name.height + words.height;
  // Both nodes are recorded before they are placed, like every other widget.
  parts.leaf(Role::Term, key).name = term;
  Node& second = parts.leaf(Role::Definition, key);
  Node& first = parts.stage.node(parts.last_node() - 1);
  second.name = definition;
  const Rect place = parts.layout.place({width, height}, {8, 8});
  first.rect = {place.x, place.y, name.width, name.height};
  second.rect = {place.x + left, wide ? place.y : place.y + name.height, words.width, words.height};
  paint_label(parts, name, first.rect, parts.theme().ink);
  paint_label(parts, words, second.rect, parts.theme().ink);
}

}  // namespace alongside::ui
