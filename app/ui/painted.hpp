// What stands on the canvas, told to the browser tests, which look whether the page says all of it and
// in the same place (tests/browser/painted.test.mjs). Nothing else reads this.
#pragma once

#include <string>

namespace alongside::ui {

class Frame;

// The words of the last frame, drawn or scrolled away: a line for each run of letters, in the order of
// painting, "x y width height words", page coordinates in CSS pixels. Empty in the plain view.
std::string painted_lines(const Frame& frame);

}  // namespace alongside::ui
