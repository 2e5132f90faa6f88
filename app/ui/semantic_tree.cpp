#include "app/ui/semantic_tree.hpp"

#include <cassert>
#include <utility>

namespace alongside::ui {

void SemanticTree::clear() {
  nodes_.clear();
  index_.clear();
}

void SemanticTree::reserve(std::size_t count) {
  nodes_.reserve(count);
  index_.reserve(count);
}

Node& SemanticTree::add(Node node) {
  // A node whose parent is nowhere would silently never be attached to the page.
  assert(node.parent == 0 || contains(node.parent));
  index_.add(node.id, nodes_.size());
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

const Node* SemanticTree::find(NodeId id) const {
  const auto found = index_.find(id);
  return found ? &nodes_[*found] : nullptr;
}

SemanticTree::Children SemanticTree::children() const {
  Children result;
  for (const Node& node : nodes_) result[node.parent].push_back(node.id);
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
