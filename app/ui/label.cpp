#include "app/ui/label.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::ui {

Label measure_label(const FrameParts& parts, std::string_view text, TextStyle style, Icon icon, float limit) {
  Label label;
  label.style = style;
  label.icon = icon;
  if (icon != Icon::None) {
    label.icon_size = std::ceil(style.size * 1.2f);
    label.indent = label.icon_size + 8;
  }
  label.block = TextView(parts.measured.measure(parts.fonts, style, text, limit - label.indent));
  label.width = label.block.width + label.indent;
  label.height = std::max(label.block.height, label.icon_size);
  return label;
}

void paint_label(FrameParts& parts, const Label& label, Rect box, Color color, LabelAlign align) {
  const float spare = box.width - label.width;
  const float left = box.x + (align == LabelAlign::Start ? 0
                              : align == LabelAlign::End ? spare
                                                         : std::floor(spare / 2));
  float top = box.y + std::floor((box.height - label.block.height) / 2);
  if (label.icon != Icon::None) {
    parts.paint().icon(label.icon, label.icon_size, color, {left, top, label.icon_size, label.block.line_height});
  }
  for (const TextLine& line : label.block.lines) {
    float x = left + label.indent;
    if (align == LabelAlign::Center) x += std::floor((label.block.width - line.width) / 2);
    if (align == LabelAlign::End) x += std::floor(label.block.width - line.width);
    parts.paint().text(line.text, label.style, color, {x, top, line.width, label.block.line_height});
    top += label.block.line_height;
  }
}

void underline_label(FrameParts& parts, const Label& label, Rect box, Color color, float thickness) {
  float top = box.y + std::floor((box.height - label.block.height) / 2);
  for (const TextLine& line : label.block.lines) {
    const float below = top + std::floor(label.block.line_height / 2 + label.style.size * 0.46f);
    parts.paint().line({box.x + label.indent, below, line.width, thickness}, color);
    top += label.block.line_height;
  }
}

}  // namespace alongside::ui
