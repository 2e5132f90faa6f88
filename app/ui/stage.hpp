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
#include <string_view>
#include <vector>

namespace alongside::ui {

enum class Layer : std::uint8_t { Page, Overlay };

inline constexpr std::uint32_t no_card = ~0u;

// What only this frame needs to know about a node. Without words of its own: one is made for each node.
struct NodeNote {
  Layer layer = Layer::Page;
  std::uint32_t command = 0;     // where its paint begins in the layer's list
  std::uint32_t key_hash = 0;    // of the key alone: finds a field below a form
  std::uint32_t scope_path = 0;  // of the scope that the key was given in
  std::uint32_t card = no_card;  // which of the stage's cards that lead somewhere
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
  // A click anywhere on this node goes to `href`; a node that nobody called a card leads nowhere.
  void make_card(std::size_t index, std::string_view href);
  std::string_view href_of_card(const NodeNote& note) const;

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
  std::vector<std::string> card_hrefs_;
  std::array<DisplayList, 2> lists_;
  Layer layer_ = Layer::Page;
  std::optional<Mark> start_;
};

}  // namespace alongside::ui
