#include "app/ui/field_paint.hpp"

#include "app/base/utf8.hpp"

#include <algorithm>

namespace alongside::ui {

FieldWords measure_field(const FrameParts& parts, Node& node, const FieldText& text, float width) {
  node.name = text.label;
  node.description = text.hint;
  node.error = text.error;
  const auto measured = [&](std::string_view said, const TextStyle& style, Icon icon) {
    return measure_label(parts, said, style, icon, std::min(width, measure_em * style.size));
  };
  FieldWords words;
  words.label = measured(text.label, parts.style(18, FontFace::Bold), Icon::None);
  words.height = words.label.height + 4;
  if (!text.hint.empty()) {
    words.hint = measured(text.hint, parts.style(16), Icon::None);
    words.height += words.hint.height + 4;
  }
  if (!text.error.empty()) {
    words.error = measured(text.error, parts.style(16, FontFace::Bold), Icon::Warning);
    words.height += words.error.height + 4;
  }
  words.width = std::max({words.label.width, words.hint.width, words.error.width});
  return words;
}

void paint_field_words(FrameParts& parts, const FieldWords& words, Rect place) {
  const Theme& theme = parts.theme();
  float y = place.y;
  const auto lines = [&](const Label& label, Color color) {
    if (label.height == 0) return;
    paint_label(parts, label, {place.x, y, label.width, label.height}, color);
    y += label.height + 4;
  };
  lines(words.label, theme.ink);
  lines(words.hint, theme.ink_soft);
  lines(words.error, theme.bad.ink);
}

float field_width(const FrameParts& parts, float max_width) {
  const float scale = parts.input.text_scale;
  const float most = max_width > 0 ? max_width : parts.layout.in_row() ? field_in_row_width : 34 * 18;
  return std::min(parts.layout.width(), most * scale);
}

void paint_field_box(FrameParts& parts, Rect box, Faulty faulty) {
  const Theme& theme = parts.theme();
  parts.paint().fill(box, theme.surface, 8);
  parts.paint().stroke(box, faulty == Faulty::Yes ? theme.bad.ink : theme.line_strong, 8,
                       faulty == Faulty::Yes ? 3 : 2);
}

void paint_field_value(FrameParts& parts, Rect box, std::string_view value, float lines) {
  if (value.empty()) return;
  Label label = measure_label(parts, value, parts.style(18), Icon::None, box.width - 2 * field_padding);
  const auto most = static_cast<std::size_t>(std::max(1.0f, lines));
  label.block.lines = label.block.lines.first(std::min(label.block.lines.size(), most));
  label.block.height = label.block.line_height * static_cast<float>(label.block.lines.size());
  const float height = most > 1 ? label.block.height : box.height;
  const float y = most > 1 ? box.y + 10 : box.y;
  paint_label(parts, label, {box.x + field_padding, y, label.width, height}, parts.theme().ink);
}

std::string acceptable_value(std::string_view typed, std::uint16_t units, bool multiline) {
  std::string text = clean_text(typed);
  if (!multiline) std::erase(text, '\n');
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    const std::size_t length = std::max<std::size_t>(1, sequence_length(std::string_view(text).substr(at)));
    used += length == 4 ? 2 : 1;  // outside the basic plane: a surrogate pair
    if (units != 0 && used > units) break;
    at += length;
  }
  text.resize(at);
  return text;
}

}  // namespace alongside::ui
