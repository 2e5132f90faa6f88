// Ui: words that are only read.
#include "app/ui/label.hpp"
#include "app/ui/picture_paint.hpp"
#include "app/ui/ui.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace alongside::ui {
namespace {

struct TextShape {
  TextStyle style;
  Color color;
  std::string_view look;
  Margins margins;
};

TextShape shape_of(const FrameParts& parts, TextLook look) {
  const Theme& theme = parts.theme();
  switch (look) {
    case TextLook::Soft: return {parts.style(16), theme.ink_soft, "soft", {4, 8}};
    case TextLook::Strong: return {parts.style(18, FontFace::Bold), theme.ink, "strong", {8, 8}};
    case TextLook::Large: return {parts.style(22), theme.ink, "large", {8, 8}};
    case TextLook::Figure: return {parts.style(36, FontFace::Bold), parts.colors().strong, "figure", {8, 4}};
    case TextLook::Body: break;
  }
  return {parts.style(18), theme.ink, "", {8, 8}};
}

std::string_view name_of(Tone tone) {
  switch (tone) {
    case Tone::Good: return "good";
    case Tone::Warn: return "warn";
    case Tone::Bad: return "bad";
    case Tone::Accent: return "accent";
    case Tone::Neutral: break;
  }
  return "neutral";
}

// A line of words: recorded, measured, placed, painted.
void line_of_text(FrameParts& parts, Node& node, const TextShape& shape, Icon icon) {
  const float limit = std::min(parts.layout.width(), measure_em * shape.style.size);
  const Label label = measure_label(parts, node.name, shape.style, icon, limit);
  node.rect = parts.layout.place({label.width, label.height}, shape.margins);
  paint_label(parts, label, node.rect, shape.color);
}

void soft_box(FrameParts& parts, Rect rect, ToneColors colors, float radius) {
  parts.paint().fill(rect, colors.soft, radius);
  if (!parts.theme().soft_fills) parts.paint().stroke(rect, colors.ink, radius, parts.theme().edge);
}

}  // namespace

void Ui::heading(int level, std::string_view text) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Heading);
  node.name = text;
  node.level = static_cast<std::uint8_t>(std::clamp(level, 1, 6));
  const float first = parts.input.width >= 768 ? 34 : 28;  // of one page, so on a phone it leaves room for it
  const float size = level <= 1 ? first : level == 2 ? 22 : 18;
  const Margins margins = level <= 1 ? Margins{8, 12} : level == 2 ? Margins{24, 8} : Margins{16, 4};
  line_of_text(parts, node, {parts.style(size, FontFace::Bold), parts.theme().ink, "", margins}, Icon::None);
}

void Ui::text(std::string_view text, TextLook look, Icon icon) {
  FrameParts& parts = frame_.parts();
  TextShape shape = shape_of(parts, look);
  Node& node = parts.leaf(Role::Paragraph);
  node.name = text;
  node.look = shape.look;
  if (look == TextLook::Figure) node.look = parts.look_with_hue(shape.look);
  // The one big figure is a sum; where words stand with it and do not fit beside it, they are no tower.
  const bool is_long = look == TextLook::Figure &&
                       measure_label(parts, text, shape.style, Icon::None, 1e6f).width > parts.layout.width();
  if (is_long) shape.style = parts.style(28, FontFace::Bold);
  shape.margins.after = std::max(shape.margins.after, parts.input.spacing.paragraph * shape.style.size);
  line_of_text(parts, node, shape, icon);
  // As a paragraph of HTML it has its line to itself: other words in it move nothing, and the page need not lay it
  // out again.
  if (parts.layout.has_whole_line()) node.rect.width = std::min(parts.layout.width(), measure_em * shape.style.size);
}

// The picture only goes with the words, which say all of it; a long sentence stands beside it, never below.
void Ui::sentence(TextKey key, TextLook look, Icon icon) {
  FrameParts& parts = frame_.parts();
  const std::string address = parts.words.picture(key), words = tr(key);
  if (address.empty()) return text(words, look, icon);
  const TextShape shape = shape_of(parts, look);
  const float side = std::min(parts.scaled(64), parts.layout.width() / 4), left = side + 16;
  const float limit = std::min(parts.layout.width() - left, measure_em * shape.style.size);
  const Label label = measure_label(parts, words, shape.style, Icon::None, limit);
  // Both nodes are recorded before they are placed, like every other widget.
  parts.leaf(Role::Picture).look = "beside";
  Node& said = parts.leaf(Role::Paragraph);
  Node& picture = parts.stage.node(parts.last_node() - 1);
  picture.href = address;
  said.name = words;
  said.look = shape.look;
  const float height = std::max(side, label.height);
  const Rect place = parts.layout.place({left + label.width, height}, shape.margins);
  picture.rect = {place.x, place.y + (height - side) / 2, side, side};
  said.rect = {place.x + left, place.y + (height - label.height) / 2, label.width, label.height};
  paint_picture(parts, address, picture.rect);
  paint_label(parts, label, said.rect, shape.color);
}

void Ui::badge(Tone tone, Icon icon, std::string_view text) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Paragraph);
  node.name = text;
  node.look = fmt::format("badge {}", name_of(tone));
  if (tone == Tone::Accent) node.look = parts.look_with_hue(node.look);
  constexpr float side = 12, above = 4;
  const Label label =
      measure_label(parts, text, parts.style(16, FontFace::Bold), icon, parts.layout.width() - 2 * side);
  node.rect = parts.layout.place({label.width + 2 * side, label.height + 2 * above});
  const ToneColors colors = parts.theme().tone(tone, parts.hue());
  soft_box(parts, node.rect, colors, std::min(node.rect.height / 2, parts.scaled(18)));
  paint_label(parts, label, {node.rect.x + side, node.rect.y + above, label.width, label.height}, colors.ink);
}

void Ui::notice(Tone tone, Icon icon, std::string_view text) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Paragraph);
  node.name = text;
  node.look = fmt::format("notice {}", name_of(tone));
  if (tone == Tone::Accent) node.look = parts.look_with_hue(node.look);
  constexpr float side = 16, above = 12;
  const float limit = std::min(parts.layout.width() - 2 * side, measure_em * parts.input.text_scale * 18);
  const Label label = measure_label(parts, text, parts.style(18), icon, limit);
  const float width = parts.layout.in_row() ? label.width + 2 * side : std::min(parts.layout.width(), limit + 2 * side);
  node.rect = parts.layout.place({width, label.height + 2 * above}, {12, 12});
  const ToneColors colors = parts.theme().tone(tone, parts.hue());
  soft_box(parts, node.rect, colors, 10);
  paint_label(parts, label, {node.rect.x + side, node.rect.y + above, label.width, label.height}, colors.ink);
}

void Ui::status(Key key, std::string_view text) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Status, key);
  node.name = text;
  node.live = Live::Polite;
  if (text.empty()) {
    // The element has to be there before its first words, or they are not spoken.
    node.rect = parts.layout.place({0, 0}, {0, 0});
    return;
  }
  line_of_text(parts, node, {parts.style(16), parts.theme().ink_soft, "", {4, 4}}, Icon::None);
}

void Ui::image(Icon icon, std::string_view name) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Image);
  node.name = name;
  const float side = parts.scaled(40);
  node.rect = parts.layout.place({side, side});
  parts.paint().icon(icon, side * 0.8f, parts.colors().strong, node.rect);
}

void Ui::progress(Key key, std::string_view label, std::optional<double> fraction) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Progress, key);
  node.name = label;
  node.progress = fraction ? std::clamp(*fraction, 0.0, 1.0) : -1;
  node.look = parts.look_with_hue("");
  const Label words = measure_label(parts, label, parts.style(16), Icon::None, parts.layout.width());
  const float width = std::min(parts.layout.width(), measure_em * 18);
  const Rect place = parts.layout.place({width, words.height + 20});
  node.rect = place;
  const Theme& theme = parts.theme();
  paint_label(parts, words, {place.x, place.y, words.width, words.height}, theme.ink_soft);
  const Rect track{place.x, place.y + words.height + 4, width, 12};
  parts.paint().fill(track, theme.soft_fills ? theme.line : theme.surface, 6);
  const float part = fraction ? static_cast<float>(node.progress) : 0.3f;
  if (part > 0) parts.paint().fill({track.x, track.y, std::max(12.0f, width * part), 12}, parts.colors().strong, 6);
  if (!theme.soft_fills) parts.paint().stroke(track, theme.ink, 6, 1);
}

void Ui::gap(float steps) { frame_.parts().layout.gap(steps * 4); }

}  // namespace alongside::ui
