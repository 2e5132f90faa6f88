// Pointer: what the mouse is over and holds down. After a frame is recorded, its rectangles are
// offered to ImGui; a click becomes an Action for the next frame, so that mouse, keyboard and
// screen reader take one path. Owned by FrameParts.
#pragma once

#include "app/ui/key.hpp"

namespace alongside::ui {

class FrameParts;

class Pointer {
 public:
  // Inside ImGui's window, when the tree is complete.
  void test(FrameParts& parts);

  bool over(NodeId id) const { return id != 0 && over_ == id; }
  bool holds(NodeId id) const { return id != 0 && held_ == id; }
  bool events_waiting() const;
  // What is painted now shows the mouse where it was before.
  bool moved_on() const { return over_ != shown_over_ || held_ != shown_held_; }

 private:
  NodeId over_ = 0;
  NodeId held_ = 0;
  NodeId shown_over_ = 0;
  NodeId shown_held_ = 0;
};

}  // namespace alongside::ui
