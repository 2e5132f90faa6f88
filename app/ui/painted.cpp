#include "app/ui/painted.hpp"

#include "app/ui/frame_parts.hpp"

#include <fmt/format.h>

#include <iterator>

namespace alongside::ui {

std::string painted_lines(const Frame& frame) {
  std::string lines;
  const FrameParts& parts = frame.parts();
  if (parts.input.view == View::Plain) return lines;
  for (const Layer layer : {Layer::Page, Layer::Overlay}) {
    const DisplayList& list = parts.stage.paint(layer);
    for (const Command& command : list.commands()) {
      if (command.kind != Command::Kind::Text || command.length == 0) continue;
      const Rect& at = command.rect;
      fmt::format_to(std::back_inserter(lines), "{} {} {} {} {}\n", static_cast<int>(at.x), static_cast<int>(at.y),
                     static_cast<int>(at.width), static_cast<int>(at.height), list.text_of(command));
    }
  }
  return lines;
}

}  // namespace alongside::ui
