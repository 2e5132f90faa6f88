#include "app/ui/display_list.hpp"

#include <algorithm>
#include <cassert>

namespace alongside::ui {

void DisplayList::clear() {
  commands_.clear();
  letters_.clear();
  points_.clear();
}

std::string_view DisplayList::text_of(const Command& command) const {
  if (command.words != nullptr) return {command.words, command.length};
  return std::string_view(letters_).substr(command.text, command.length);
}

void DisplayList::fill(Rect rect, Color color, float radius) {
  commands_.push_back({.kind = Command::Kind::Fill, .rect = rect, .color = color, .radius = radius});
}

void DisplayList::fill_top(Rect rect, Color color, float radius) {
  commands_.push_back({.kind = Command::Kind::FillTop, .rect = rect, .color = color, .radius = radius});
}

void DisplayList::fill_bottom(Rect rect, Color color, float radius) {
  commands_.push_back({.kind = Command::Kind::FillBottom, .rect = rect, .color = color, .radius = radius});
}

void DisplayList::stroke(Rect rect, Color color, float radius, float thickness) {
  commands_.push_back(
      {.kind = Command::Kind::Stroke, .rect = rect, .color = color, .radius = radius, .size = thickness});
}

void DisplayList::shadow(Rect rect, Color color, float radius) {
  commands_.push_back({.kind = Command::Kind::Shadow, .rect = rect, .color = color, .radius = radius});
}

void DisplayList::line(Rect rect, Color color) {
  commands_.push_back({.kind = Command::Kind::Line, .rect = rect, .color = color});
}

void DisplayList::dot(Rect rect, Color color) {
  commands_.push_back({.kind = Command::Kind::Dot, .rect = rect, .color = color});
}

void DisplayList::text(std::string_view words, const TextStyle& style, Color color, Rect line_box) {
  Command command{.kind = Command::Kind::Text, .face = style.face, .rect = line_box, .color = color};
  command.size = style.size;
  command.letter_spacing = style.letter_spacing;
  command.word_spacing = style.word_spacing;
  command.words = words.data();
  command.length = static_cast<std::uint32_t>(words.size());
  commands_.push_back(command);
}

void DisplayList::picture(std::string_view address, Rect box, Color veil) {
  Command command;
  command.kind = Command::Kind::Picture;
  command.rect = box;
  command.color = veil;
  command.text = static_cast<std::uint32_t>(letters_.size());
  command.length = static_cast<std::uint32_t>(address.size());
  letters_.append(address);
  commands_.push_back(command);
}

void DisplayList::icon(Icon icon, float size, Color color, Rect box) {
  if (icon == Icon::None) return;
  Command command{.kind = Command::Kind::Icon, .face = FontFace::Icons, .rect = box, .color = color};
  command.size = size;
  command.icon = static_cast<std::uint16_t>(icon);
  commands_.push_back(command);
}

void DisplayList::pointed(Command command, std::span<const FigurePoint> points) {
  command.text = static_cast<std::uint32_t>(points_.size());
  command.length = static_cast<std::uint32_t>(points.size());
  points_.insert(points_.end(), points.begin(), points.end());
  commands_.push_back(command);
}

void DisplayList::path(Rect box, std::span<const FigurePoint> points, Color color, float thickness) {
  pointed({.kind = Command::Kind::Path, .rect = box, .color = color, .size = thickness}, points);
}

void DisplayList::shape(Rect box, std::span<const FigurePoint> points, Color color) {
  pointed({.kind = Command::Kind::Shape, .rect = box, .color = color}, points);
}

void DisplayList::clip(Rect box) { commands_.push_back({.kind = Command::Kind::Clip, .rect = box, .color = {}}); }
void DisplayList::unclip(Rect box) { commands_.push_back({.kind = Command::Kind::Unclip, .rect = box, .color = {}}); }

std::size_t DisplayList::reserve(std::size_t count) {
  const std::size_t at = commands_.size();
  commands_.resize(at + count);
  return at;
}

void DisplayList::take_back(std::size_t mark, std::size_t at, std::size_t count) {
  assert(commands_.size() - mark <= count);
  const std::size_t added = std::min(commands_.size() - mark, count);
  std::copy_n(commands_.begin() + static_cast<std::ptrdiff_t>(mark), added,
              commands_.begin() + static_cast<std::ptrdiff_t>(at));
  commands_.resize(mark);
}

void DisplayList::fade(std::size_t from, std::size_t to, std::uint8_t opacity) {
  for (std::size_t i = from; i < to; ++i) commands_[i].opacity = opacity;
}

void DisplayList::move(std::size_t from, std::size_t to, float dx, float dy) {
  for (std::size_t i = from; i < to; ++i) {
    commands_[i].rect.x += dx;
    commands_[i].rect.y += dy;
  }
}

}  // namespace alongside::ui
