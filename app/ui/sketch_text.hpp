// A drawing as words, for the plain page, where nothing is painted: its size, and a line for each stroke with SVG's
// path data. Called by Ui::chart(); read by web/mirror_drawing.js.
#pragma once

#include "app/ui/figure.hpp"

#include <string>

namespace alongside::ui {

std::string sketch_text(const Sketch& sketch, float width, float height);

}  // namespace alongside::ui
