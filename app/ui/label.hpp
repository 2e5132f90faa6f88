// Label: words with an icon before them, measured first and painted after. The inside of buttons,
// links, badges and notices.
#pragma once

#include "app/ui/frame_parts.hpp"

#include <string_view>

namespace alongside::ui {

constexpr float measure_em = 29;          // the longest comfortable line, in its own size: about 70 letters
constexpr float tabs_in_line_from = 600;  // narrower: the icon of a tab stands above its word

enum class LabelAlign : std::uint8_t { Start, Center, End };

struct Label {
  TextView block;  // good until the frame ends
  TextStyle style;
  Icon icon = Icon::None;
  float icon_size = 0;  // 0 without an icon
  float indent = 0;     // of the words, behind the icon
  float width = 0, height = 0;
};

// Lines of text without an icon; `limit` is the width they may take.
Label measure_label(const FrameParts& parts, std::string_view text, TextStyle style, Icon icon, float limit);
void paint_label(FrameParts& parts, const Label& label, Rect box, Color color, LabelAlign align = LabelAlign::Start);
// One pixel below the letters of each line, as far as they reach.
void underline_label(FrameParts& parts, const Label& label, Rect box, Color color, float thickness);

}  // namespace alongside::ui
