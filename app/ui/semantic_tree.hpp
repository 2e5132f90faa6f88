// SemanticTree: all nodes of one frame, parents before their children, brothers and sisters in
// reading order. Made by Frame, compared by the patch encoder, searched by tests.
#pragma once

#include "app/ui/node.hpp"
#include "app/ui/node_index.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alongside::ui {

class SemanticTree {
 public:
  void clear();
  void reserve(std::size_t count);
  // The parent is 0 (the page) or a node that is already in the tree.
  Node& add(Node node);

  const std::vector<Node>& nodes() const { return nodes_; }
  std::vector<Node>& nodes() { return nodes_; }
  const Node* find(NodeId id) const;
  bool contains(NodeId id) const { return index_.find(id).has_value(); }
  std::size_t size() const { return nodes_.size(); }
  bool empty() const { return nodes_.empty(); }

  // Children in order, for every parent that has any, 0 among them.
  using Children = std::unordered_map<NodeId, std::vector<NodeId>>;
  Children children() const;
  // Where the node's rect lies on the page.
  Rect page_rect(NodeId id) const;
  bool is_inside(NodeId id, NodeId ancestor) const;

 private:
  std::vector<Node> nodes_;
  NodeIndex index_;
};

}  // namespace alongside::ui
