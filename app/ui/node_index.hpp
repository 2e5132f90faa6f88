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
  // An id that is there already keeps its place.
  void add(NodeId id, std::size_t place);
  std::optional<std::size_t> find(NodeId id) const;

 private:
  struct Slot {
    NodeId id = 0;
    std::uint32_t place = 0;  // plus one; 0: nothing is here
  };

  Slot& slot_of(NodeId id);
  void grow(std::size_t slots);

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace alongside::ui
