// Focus: which node the page's focus is on, and where it is wanted next. The page is the master:
// we ask, it answers with FocusIn. Owned by FrameParts.
#pragma once

#include "app/ui/actions.hpp"
#include "app/ui/semantic_tree.hpp"

#include <cstdint>

namespace alongside::ui {

class FrameParts;

class Focus {
 public:
  enum class Want : std::uint8_t { Nothing, Node, Keyed, Main, FirstInside };

  // Takes FocusIn and FocusOut; false for any other action.
  bool told(const Action& action);

  void want_node(NodeId id);
  void want_by_mouse(NodeId id);  // the same, without a ring
  void want_keyed(std::uint32_t scope_path, NodeId scope, std::uint32_t key_hash);
  void want_main();
  void want_first_inside(NodeId id);

  // When the tree is complete: the node that focus should go to now, or 0. A wish that cannot be
  // met is kept for one more frame.
  NodeId decide(const FrameParts& parts);

  NodeId on() const { return on_; }
  bool ring() const { return ring_; }
  bool waiting() const { return want_ != Want::Nothing; }
  void lost() { on_ = 0; }

 private:
  NodeId search(const FrameParts& parts) const;
  void wish(Want want, NodeId node);

  NodeId on_ = 0;
  bool ring_ = false;
  NodeId by_mouse_ = 0;
  Want want_ = Want::Nothing;
  NodeId node_ = 0;
  std::uint32_t scope_path_ = 0;
  std::uint32_t key_hash_ = 0;
  int tries_ = 0;
};

// A native control that takes focus when Tab is pressed.
bool focusable(const Node& node);

}  // namespace alongside::ui
