// Breaking text into lines that fit a width. Used by every widget that shows words. Breaks at
// spaces and after hyphens; a word that is wider than the line is cut, so nothing leaves the screen.
#pragma once

#include "app/ui/fonts.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace alongside::ui {

struct TextStyle {
  FontFace face = FontFace::Regular;
  float size = 18;                             // CSS pixels, text scale included
  float leading = 1.5;                         // height of a line, in sizes
  float letter_spacing = 0, word_spacing = 0;  // CSS pixels after each letter; more after each space

  bool operator==(const TextStyle&) const = default;
};

struct TextLine {
  std::string_view text;
  float width = 0;
};

struct TextBlock {
  std::vector<TextLine> lines;  // views into the text that was given
  float width = 0;              // of the widest line, whole pixels
  float height = 0;
  float line_height = 0;
};

// A block to look at, that is kept elsewhere.
struct TextView {
  std::span<const TextLine> lines;
  float width = 0;
  float height = 0;
  float line_height = 0;

  TextView() = default;
  explicit TextView(const TextBlock& block)
      : lines(block.lines), width(block.width), height(block.height), line_height(block.line_height) {}
};

float line_height(const TextStyle& style);

TextBlock wrap_text(const Fonts& fonts, const TextStyle& style, std::string_view text, float max_width);

}  // namespace alongside::ui
