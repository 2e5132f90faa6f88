#include "app/ui/node_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace alongside::ui {
namespace {

constexpr std::size_t fewest_slots = 64;

}  // namespace

void NodeIndex::clear() {
  std::ranges::fill(slots_, Slot{});
  used_ = 0;
}

void NodeIndex::reserve(std::size_t count) {
  if (count * 2 > slots_.size()) grow(std::bit_ceil(std::max(count * 2, fewest_slots)));
}

NodeIndex::Slot& NodeIndex::slot_of(NodeId id) {
  std::size_t at = start_of(id);
  while (slots_[at].place != 0 && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void NodeIndex::add(NodeId id, std::size_t place) {
  reserve(used_ + 1);
  Slot& slot = slot_of(id);
  if (slot.place != 0) return;
  slot = {id, static_cast<std::uint32_t>(place + 1)};
  ++used_;
}

void NodeIndex::grow(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : old) {
    if (slot.place != 0) slot_of(slot.id) = slot;
  }
}

}  // namespace alongside::ui
