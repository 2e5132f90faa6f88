// Dialogs: which dialogs are open, where they were opened from and at which scroll position they
// stay. Owned by FrameParts; filled by Ui::dialog().
#pragma once

#include "app/ui/actions.hpp"
#include "app/ui/key.hpp"

#include <vector>

namespace alongside::ui {

class FrameParts;

class Dialogs {
 public:
  struct Shown {
    NodeId id = 0;
    NodeId opener = 0;   // focus goes back there
    float scroll_y = 0;  // when it opened: the page may scroll under a long dialog
    float bottom = 0;
    bool seen = false;  // in this frame
  };

  void begin_frame();
  // The dialog is drawn in this frame. True when it was not there before.
  bool show(NodeId id, NodeId focused, float scroll_y);
  void set_bottom(NodeId id, float bottom);
  // Forgets those that were not drawn, giving focus back to where each was opened.
  void end_frame(FrameParts& parts);

  NodeId top() const { return shown_.empty() ? 0 : shown_.back().id; }
  const std::vector<Shown>& shown() const { return shown_; }

 private:
  std::vector<Shown> shown_;
};

}  // namespace alongside::ui
