#include "app/ui/semantic_tree.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace alongside::ui {
namespace {

// As new, but for the room that its words have already.
void renew(Node& node, Role role) {
  const bool is_clean = is_only_words(node.role) && is_only_words(role);
  node.role = role;
  node.states = 0;
  node.level = 0;
  node.rect = {};
  for (std::string* words : {&node.name, &node.look, &node.lang}) words->clear();
  if (is_clean) return;
  node.input_type = InputType::Text;
  node.input_mode = InputMode::Text;
  node.live = Live::Off;
  node.max_length = 0;
  node.progress = -1;
  node.box = {};
  for (std::string* words : {&node.value, &node.description, &node.error, &node.href, &node.autocomplete})
    words->clear();
  node.options.clear();
}

}  // namespace

void SemanticTree::clear() {
  used_ = 0;
  is_following_ = true;
}

void SemanticTree::reserve(std::size_t count) {
  nodes_.reserve(count);
  index_.reserve(count);
}

// From here on the order is another one, and what was kept behind is gone.
void SemanticTree::stop_following() {
  is_following_ = false;
  if (used_ < indexed_) {
    index_.clear();
    for (std::size_t i = 0; i < used_; ++i) index_.add(nodes_[i].id, i);
  }
  indexed_ = used_;
}

bool SemanticTree::take_place(NodeId id) {
  if (is_following_ && used_ < indexed_ && nodes_[used_].id == id) return true;
  if (is_following_) stop_following();
  if (!index_.add(id, used_)) return false;
  ++indexed_;
  return true;
}

Node& SemanticTree::next([[maybe_unused]] NodeId parent) {
  // A node whose parent is nowhere would silently never be attached to the page.
  assert(parent == 0 || contains(parent));
  if (used_ == nodes_.size()) nodes_.emplace_back();
  return nodes_[used_++];
}

Node* SemanticTree::add_new(NodeId id, NodeId parent, Role role) {
  if (!take_place(id)) return nullptr;
  Node& node = next(parent);
  renew(node, role);
  node.id = id;
  node.parent = parent;
  return &node;
}

Node& SemanticTree::add(NodeId id, NodeId parent, Role role) {
  Node* const node = add_new(id, parent, role);
  assert(node != nullptr);
  return *node;
}

Node& SemanticTree::add(Node node) {
  take_place(node.id);
  return next(node.parent) = std::move(node);
}

const Node* SemanticTree::find(NodeId id) const {
  const auto found = index_.find(id);
  return found && *found < used_ ? &nodes_[*found] : nullptr;
}

Shape SemanticTree::shape_after(const SemanticTree& before) const {
  const auto is_same = [](const Node& one, const Node& other) {
    return one.id == other.id && one.parent == other.parent;
  };
  return std::ranges::equal(before.nodes(), nodes(), is_same) ? Shape::Kept : Shape::Changed;
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
