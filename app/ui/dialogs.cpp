#include "app/ui/dialogs.hpp"

#include "app/ui/frame_parts.hpp"

#include <algorithm>

namespace alongside::ui {

void Dialogs::begin_frame() {
  for (Shown& dialog : shown_) dialog.seen = false;
}

bool Dialogs::show(NodeId id, NodeId focused, float scroll_y) {
  const auto found = std::ranges::find(shown_, id, &Shown::id);
  if (found != shown_.end()) {
    found->seen = true;
    return false;
  }
  shown_.push_back({.id = id, .opener = focused, .scroll_y = scroll_y, .seen = true});
  return true;
}

void Dialogs::set_bottom(NodeId id, float bottom) {
  const auto found = std::ranges::find(shown_, id, &Shown::id);
  if (found != shown_.end()) found->bottom = bottom;
}

void Dialogs::end_frame(FrameParts& parts) {
  for (auto dialog = shown_.rbegin(); dialog != shown_.rend(); ++dialog) {
    if (!dialog->seen) parts.focus.want_node(dialog->opener);
  }
  std::erase_if(shown_, [](const Shown& dialog) { return !dialog.seen; });
}

}  // namespace alongside::ui
