#include "app/ui/picture_paint.hpp"

#include "app/ui/label.hpp"
#include "app/ui/pictures.hpp"
#include "app/ui/ui.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr Color white{255, 255, 255, 255};
constexpr float tile_edge = 12, mark_side = 28, smallest_tile = 132, largest_of_two = 200, largest = 112;

struct TileSize {
  float width = 0, height = 0, picture = 0;
};

Label words_of(const FrameParts& parts, const Choice& choice, float width) {
  return measure_label(parts, choice.label, parts.style(18, FontFace::Bold), Icon::None, width - 2 * tile_edge);
}

int columns_for(const FrameParts& parts, std::size_t choices) {
  if (choices <= 2) return static_cast<int>(choices);
  const float each = parts.scaled(smallest_tile) + grid_gap;
  const int fit = std::max(1, static_cast<int>((parts.layout.width() + grid_gap) / each));
  return std::min<int>(fit, static_cast<int>(std::min<std::size_t>(choices, 5)));
}

TileSize size_of(const FrameParts& parts, std::span<const Choice> choices, int columns) {
  const float gaps = grid_gap * static_cast<float>(columns - 1);
  const float width = static_cast<float>(static_cast<int>((parts.layout.width() - gaps) / static_cast<float>(columns)));
  const float most = choices.size() <= 2 ? largest_of_two : largest;
  TileSize size{width, 0, std::max(32.0f, std::min(width - 2 * tile_edge, most))};
  for (const Choice& choice : choices) size.height = std::max(size.height, words_of(parts, choice, width).height);
  size.height += size.picture + 3 * tile_edge + mark_side;
  return size;
}

void paint_tile(FrameParts& parts, const Node& node, const Choice& choice, const TileSize& size) {
  const Theme& theme = parts.theme();
  const Rect place = node.rect;
  const bool chosen = node.has(State::Checked), over = parts.pointer.over(node.id);
  const Color edge = chosen || over ? parts.colors().strong : theme.line_strong;
  parts.paint().fill(place, theme.surface, 12);
  parts.paint().stroke(place, edge, 12, chosen ? 4.0f : over ? 3.0f : 2.0f);
  const Rect mark{place.x + (place.width - mark_side) / 2, place.y + tile_edge, mark_side, mark_side};
  parts.paint().dot(mark, edge);
  if (chosen)
    parts.paint().icon(Icon::Check, mark_side * 0.7f, parts.colors().on_strong, mark);
  else
    parts.paint().dot({mark.x + 2, mark.y + 2, mark_side - 4, mark_side - 4}, theme.surface);
  const float top = mark.y + mark_side + tile_edge / 2;
  paint_picture(parts, choice.picture, {place.x + (place.width - size.picture) / 2, top, size.picture, size.picture});
  const Label label = words_of(parts, choice, size.width);
  paint_label(
      parts, label,
      {place.x + (place.width - label.width) / 2, top + size.picture + tile_edge / 2, label.width, label.height},
      theme.ink, LabelAlign::Center);
}

}  // namespace

void paint_picture(FrameParts& parts, std::string_view address, Rect box) {
  if (address.empty()) return;
  parts.paint().fill(box, white, 8);
  const float edge = box.width / 16;
  parts.paint().picture(address, {box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge});
}

void picture_tiles(FrameParts& parts, std::size_t first, std::span<const Choice> choices) {
  const int columns = columns_for(parts, choices.size());
  const TileSize size = size_of(parts, choices, columns);
  parts.layout.open_grid(columns, {8, 8});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    Node& node = parts.stage.node(first + i);
    parts.layout.open(Flow::Column);
    node.rect = parts.layout.place({size.width, size.height}, {0, 0});
    parts.layout.close();
    node.box = {0, 0, size.width, size.height};
    node.look = "tile";
    paint_tile(parts, node, choices[i], size);
  }
  parts.layout.close();
}

void Ui::picture(std::string_view address, std::string_view name, float side) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Picture);
  node.name = name;
  node.href = address;
  const float size = std::min(parts.scaled(side), parts.layout.width());
  node.rect = parts.layout.place({size, size});
  paint_picture(parts, address, node.rect);
}

void Ui::illustration(std::string_view name) {
  constexpr float side = 128;
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Picture);
  node.href = fmt::format("/illustrations/{}.svg", name);
  node.look = "drawn";
  node.rect = parts.layout.place({side, side});
  parts.paint().picture(node.href, node.rect);
}

void Ui::fetch_picture(std::string_view address) {
  Pictures* pictures = frame_.parts().input.pictures;
  if (pictures != nullptr && !address.empty()) static_cast<void>(pictures->texture(address));
}

}  // namespace alongside::ui
