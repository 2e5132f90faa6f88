// Stage: everything recorded so far in this frame, nodes and paint side by side, in two layers: the
// page and what lies over it (dialogs). While a frame is open all rectangles are page coordinates.
// Owned by FrameParts; moved about by Layout when a line or a dialog is complete.
#pragma once

#include "app/ui/display_list.hpp"
#include "app/ui/semantic_tree.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::ui {

enum class Layer : std::uint8_t { Page, Overlay };

// What only this frame needs to know about a node.
struct NodeNote {
  Layer layer = Layer::Page;
  std::uint32_t command = 0;     // where its paint begins in the layer's list
  std::uint32_t key_hash = 0;    // of the key alone: finds a field below a form
  std::uint32_t scope_path = 0;  // of the scope that the key was given in
  std::string href = {};         // cards: where a click anywhere on them goes
};

struct Mark {
  std::size_t node = 0;
  std::size_t command = 0;
};

class Stage {
 public:
  void clear();

  SemanticTree& tree() { return tree_; }
  const SemanticTree& tree() const { return tree_; }
  // False: another node has this id already.
  bool add(NodeId id, NodeId parent, Role role, const NodeNote& note);
  Node& node(std::size_t index) { return tree_.nodes()[index]; }
  NodeNote& note(std::size_t index) { return notes_[index]; }
  const NodeNote& note(std::size_t index) const { return notes_[index]; }

  DisplayList& paint() { return lists_[static_cast<std::size_t>(layer_)]; }
  const DisplayList& paint(Layer layer) const { return lists_[static_cast<std::size_t>(layer)]; }
  Layer layer() const { return layer_; }
  void use_layer(Layer layer) { layer_ = layer; }

  Mark mark() const;
  // Where the widget began that is about to be placed: its node is recorded before its place is
  // known. Asking again gives the present mark.
  Mark take_start();
  // Moves what was recorded in the present layer from one mark to another.
  void move(Mark from, Mark to, float dx, float dy);
  // All that was painted of a node, and of those in it, lets this much of itself be seen.
  void fade(NodeId id, std::uint8_t opacity);

 private:
  SemanticTree tree_;
  std::vector<NodeNote> notes_;
  std::array<DisplayList, 2> lists_;
  Layer layer_ = Layer::Page;
  std::optional<Mark> start_;
};

}  // namespace alongside::ui
