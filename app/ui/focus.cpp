#include "app/ui/focus.hpp"

#include "app/ui/frame_parts.hpp"

namespace alongside::ui {

bool focusable(const Node& node) {
  if (node.has(State::Disabled) || node.has(State::Covered)) return false;
  switch (node.role) {
    case Role::Link:
    case Role::Button:
    case Role::TextField:
    case Role::Checkbox:
    case Role::Radio:
    case Role::Select:
    case Role::FileField:
    case Role::Figure: return true;
    default: return false;
  }
}

bool Focus::told(const Action& action) {
  if (action.kind == ActionKind::FocusIn) {
    on_ = action.node;
    ring_ = action.payload == "1" && action.node != by_mouse_;
    by_mouse_ = 0;
    return true;
  }
  if (action.kind != ActionKind::FocusOut) return false;
  if (on_ == action.node) on_ = 0;
  return true;
}

void Focus::wish(Want want, NodeId node) {
  want_ = want;
  node_ = node;
  tries_ = 0;
  by_mouse_ = 0;
}

void Focus::want_node(NodeId id) { wish(id == 0 ? Want::Nothing : Want::Node, id); }
void Focus::want_main() { wish(Want::Main, 0); }
void Focus::want_first_inside(NodeId id) { wish(Want::FirstInside, id); }

void Focus::want_by_mouse(NodeId id) {
  if (on_ == id) {
    ring_ = false;
    return;
  }
  wish(Want::Node, id);
  by_mouse_ = id;
}

void Focus::want_keyed(std::uint32_t scope_path, NodeId scope, std::uint32_t key_hash) {
  wish(Want::Keyed, scope);
  scope_path_ = scope_path;
  key_hash_ = key_hash;
}

NodeId Focus::search(const FrameParts& parts) const {
  const SemanticTree& tree = parts.stage.tree();
  if (want_ == Want::Node) {
    const Node* node = tree.find(node_);
    return node != nullptr && !node->has(State::Covered) ? node_ : 0;
  }
  NodeId below = 0, main = 0;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const Node& node = tree.nodes()[i];
    if (node.has(State::Covered)) continue;
    const NodeNote& note = parts.stage.note(i);
    if (want_ == Want::Keyed && note.key_hash == key_hash_) {
      if (note.scope_path == scope_path_) return node.id;
      if (below == 0 && (node_ == 0 || tree.is_inside(node.id, node_))) below = node.id;
    }
    if (want_ == Want::FirstInside && node.id != node_ && focusable(node) && tree.is_inside(node.id, node_))
      return node.id;
    if (want_ == Want::Main && node.role == Role::Main) main = node.id;
    if (want_ == Want::Main && node.role == Role::Heading && main != 0 && tree.is_inside(node.id, main)) return node.id;
  }
  if (want_ == Want::FirstInside && tree.contains(node_)) return node_;
  return want_ == Want::Main ? main : below;
}

NodeId Focus::decide(const FrameParts& parts) {
  if (on_ != 0 && !parts.stage.tree().contains(on_)) on_ = 0;
  if (want_ == Want::Nothing) return 0;
  const NodeId found = search(parts);
  if (found != 0 || ++tries_ >= 2) want_ = Want::Nothing;
  return found;
}

}  // namespace alongside::ui
