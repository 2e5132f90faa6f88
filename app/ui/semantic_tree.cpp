#include "app/ui/semantic_tree.hpp"

#include <cassert>
#include <utility>

namespace alongside::ui {
namespace {

// As new, but for the room that its words have already.
void renew(Node& node) {
  node.states = 0;
  node.level = 0;
  node.input_type = InputType::Text;
  node.input_mode = InputMode::Text;
  node.live = Live::Off;
  node.max_length = 0;
  node.progress = -1;
  node.rect = node.box = {};
  for (std::string* words : {&node.name, &node.value, &node.description, &node.error, &node.href, &node.lang,
                             &node.autocomplete, &node.look})
    words->clear();
  node.options.clear();
}

}  // namespace

void SemanticTree::clear() {
  used_ = 0;
  index_.clear();
}

void SemanticTree::reserve(std::size_t count) {
  nodes_.reserve(count);
  index_.reserve(count);
}

Node& SemanticTree::next([[maybe_unused]] NodeId parent) {
  // A node whose parent is nowhere would silently never be attached to the page.
  assert(parent == 0 || contains(parent));
  if (used_ == nodes_.size()) nodes_.emplace_back();
  return nodes_[used_++];
}

Node* SemanticTree::add_new(NodeId id, NodeId parent, Role role) {
  if (!index_.add(id, used_)) return nullptr;
  Node& node = next(parent);
  renew(node);
  node.id = id;
  node.parent = parent;
  node.role = role;
  return &node;
}

Node& SemanticTree::add(NodeId id, NodeId parent, Role role) {
  Node* const node = add_new(id, parent, role);
  assert(node != nullptr);
  return *node;
}

Node& SemanticTree::add(Node node) {
  index_.add(node.id, used_);
  return next(node.parent) = std::move(node);
}

const Node* SemanticTree::find(NodeId id) const {
  const auto found = index_.find(id);
  return found ? &nodes_[*found] : nullptr;
}

SemanticTree::Children SemanticTree::children() const {
  Children result;
  for (const Node& node : nodes()) result[node.parent].push_back(node.id);
  return result;
}

Rect SemanticTree::page_rect(NodeId id) const {
  const Node* node = find(id);
  if (node == nullptr) return {};
  Rect rect = node->rect;
  for (const Node* above = find(node->parent); above != nullptr; above = find(above->parent)) {
    rect.x += above->rect.x;
    rect.y += above->rect.y;
  }
  return rect;
}

bool SemanticTree::is_inside(NodeId id, NodeId ancestor) const {
  for (const Node* node = find(id); node != nullptr; node = find(node->parent)) {
    if (node->id == ancestor) return true;
  }
  return false;
}

}  // namespace alongside::ui
