// TextSpacing: how far apart this person wants letters, words, lines and paragraphs. Measured by the page
// (web/text_spacing.js), which sees our own setting as well as what the person's browser was told to do
// with every page; all zero where nobody asked for anything.
#pragma once

namespace alongside::ui {

struct TextSpacing {
  float letter = 0;     // ems, after each letter
  float word = 0;       // ems, more after each space
  float line = 0;       // least height of a line, in sizes
  float paragraph = 0;  // ems, least space below a paragraph
};

}  // namespace alongside::ui
