// Pictures on the screen: by themselves, and as the large tiles of a group of choices. Used by the widgets.
#pragma once

#include "app/ui/frame_parts.hpp"

#include <span>
#include <string_view>

namespace alongside::ui {

struct Choice;

// On a white card: symbols are drawn for white paper, whatever the theme.
void paint_picture(FrameParts& parts, std::string_view address, Rect box);

// Places and paints the radio buttons that were recorded from `first` on, one for each choice. The whole tile is the
// button; two stand side by side and are as large as there is room for.
void picture_tiles(FrameParts& parts, std::size_t first, std::span<const Choice> choices);

}  // namespace alongside::ui
