// NodeIndex: where in a frame's list of nodes each id stands. One flat table that is kept from frame to frame, since
// every node is looked up several times in each of them and nothing is ever taken out. Owned by SemanticTree.
#pragma once

#include "app/ui/key.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::ui {

class NodeIndex {
 public:
  void clear();
  void reserve(std::size_t count);
  // False: the id is there already, and keeps its place.
  bool add(NodeId id, std::size_t place);
  std::optional<std::size_t> find(NodeId id) const {
    if (used_ == 0) return std::nullopt;
    std::size_t at = start_of(id);
    for (; slots_[at].round == round_; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].id == id) return slots_[at].place;
    }
    return std::nullopt;
  }

 private:
  struct Slot {
    NodeId id = 0;
    std::uint32_t place = 0;
    std::uint32_t round = 0;  // of any other round than this: nothing is here
  };

  // Ids are hashes in their lower half already; the upper one tells plugins apart.
  std::size_t start_of(NodeId id) const {
    return (static_cast<std::size_t>(id) ^ static_cast<std::size_t>(id >> 32) * 0x9E3779B1u) & (slots_.size() - 1);
  }
  Slot& slot_of(NodeId id);
  void grow(std::size_t slots);

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t used_ = 0;
  std::uint32_t round_ = 1;  // counts how often it was cleared, so that clearing need not touch every slot
};

}  // namespace alongside::ui
