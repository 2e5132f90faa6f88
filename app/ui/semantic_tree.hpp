// SemanticTree: all nodes of one frame, parents before their children, brothers and sisters in
// reading order. Made by Frame, compared by the patch encoder, searched by tests.
//
// Nodes are kept when the tree is cleared and filled anew in the next frame: nearly all say the same again, and
// making and destroying a thousand of them with all their words was a quarter of a frame. So is the index: as long as
// each node that comes has the id of the one that was kept in its place, the index says the truth already.
#pragma once

#include "app/ui/node.hpp"
#include "app/ui/node_index.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alongside::ui {

// Of a tree beside the one before it.
enum class Shape : std::uint8_t { Kept, Changed };

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
  bool contains(NodeId id) const { return find(id) != nullptr; }
  std::size_t size() const { return used_; }
  bool empty() const { return used_ == 0; }

  // Kept: the same nodes in the same order below the same parents, which is nearly always so.
  Shape shape_after(const SemanticTree& before) const;

  // Children in order, for every parent that has any, 0 among them.
  using Children = std::unordered_map<NodeId, std::vector<NodeId>>;
  Children children() const;
  // Where the node's rect lies on the page.
  Rect page_rect(NodeId id) const;
  bool is_inside(NodeId id, NodeId ancestor) const;

 private:
  // Whether an id may be put into the next place: then the index has it there.
  bool take_place(NodeId id);
  void stop_following();
  Node& next(NodeId parent);

  std::vector<Node> nodes_;  // the first `used_` are this frame's
  std::size_t used_ = 0;
  std::size_t indexed_ = 0;   // how many of the nodes the index knows; those from `used_` on were there before
  bool is_following_ = true;  // each id so far is the one that was in its place before
  NodeIndex index_;
};

}  // namespace alongside::ui
