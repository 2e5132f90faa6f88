// Ui: the field with which a photo or PDF, or any file, is chosen, a voice recorded or a name drawn. The control is the
// page's own, which alone may open the chooser or the camera; it lies unseen over the button that is painted here.
#include "app/ui/field_paint.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr float side = 20;

void paint_button(FrameParts& parts, const Label& label, Rect box) {
  const HueColors& hue = parts.colors();
  parts.paint().fill(box, parts.theme().surface, 10);
  parts.paint().stroke(box, hue.strong, 10, 2);
  paint_label(parts, label, {box.x + side, box.y, box.width - 2 * side, box.height}, hue.strong, LabelAlign::Center);
}

// The page sends the token and, behind a line's end, what the file is called.
PickedFile picked_in(std::string_view payload) {
  const std::size_t end = std::min(payload.find('\n'), payload.size());
  const std::string_view name = payload.substr(std::min(end + 1, payload.size()));
  return {std::string(payload.substr(0, end)), acceptable_value(name, 100, false)};
}

}  // namespace

std::optional<PickedFile> Ui::file_field(Key key, const FieldText& words, std::string_view button, FileKind kind) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::FileField, key);
  constexpr std::string_view looks[] = {"", "any-file", "voice", "drawing"};
  node.look = looks[static_cast<unsigned>(kind)];
  std::optional<PickedFile> picked;
  while (const auto action = parts.take(node.id, ActionKind::SetValue)) picked = picked_in(action->payload);
  const float width = field_width(parts, 0);
  const FieldWords measured = measure_field(parts, node, words, width);
  node.value = button;
  const Label label = measure_label(parts, button, parts.style(18, FontFace::Bold),
                                    kind == FileKind::Photo ? Icon::Camera : Icon::None, width - 2 * side);
  const float box_width = std::min(width, label.width + 2 * side);
  const float box_height = std::max(48.0f, label.height + 16);
  node.rect = parts.layout.place({std::max(box_width, measured.width), measured.height + box_height}, {12, 12},
                                 LineAlign::Bottom);
  node.box = {0, measured.height, box_width, box_height};
  paint_field_words(parts, measured, node.rect);
  paint_button(parts, label, {node.rect.x, node.rect.y + measured.height, box_width, box_height});
  return picked;
}

}  // namespace alongside::ui
