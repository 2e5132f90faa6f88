// SemanticTree: all nodes of one frame, parents before their children, brothers and sisters in
// reading order. Made by Frame, compared by the patch encoder, searched by tests.
//
// Nodes are kept when the tree is cleared and filled anew in the next frame: nearly all say the same again, and
// making and destroying a thousand of them with all their words was a quarter of a frame.
#pragma once

#include "app/ui/node.hpp"
#include "app/ui/node_index.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alongside::ui {

class SemanticTree {
 public:
  void clear();
  void reserve(std::size_t count);
  // The parent is 0 (the page) or a node that is already in the tree.
  Node& add(NodeId id, NodeId parent, Role role);
  Node& add(Node node);
  // The same unless the id is taken: then nothing is added, and there is no node.
  Node* add_new(NodeId id, NodeId parent, Role role);

  std::span<const Node> nodes() const { return {nodes_.data(), used_}; }
  std::span<Node> nodes() { return {nodes_.data(), used_}; }
  const Node* find(NodeId id) const;
  bool contains(NodeId id) const { return index_.find(id).has_value(); }
  std::size_t size() const { return used_; }
  bool empty() const { return used_ == 0; }

  // Children in order, for every parent that has any, 0 among them.
  using Children = std::unordered_map<NodeId, std::vector<NodeId>>;
  Children children() const;
  // Where the node's rect lies on the page.
  Rect page_rect(NodeId id) const;
  bool is_inside(NodeId id, NodeId ancestor) const;

 private:
  Node& next(NodeId parent);

  std::vector<Node> nodes_;  // the first `used_` are this frame's
  std::size_t used_ = 0;
  NodeIndex index_;
};

}  // namespace alongside::ui
