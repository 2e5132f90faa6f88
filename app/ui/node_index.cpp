#include "app/ui/node_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace alongside::ui {
namespace {

constexpr std::size_t fewest_slots = 64;

}  // namespace

void NodeIndex::clear() {
  used_ = 0;
  if (++round_ != 0) return;
  std::ranges::fill(slots_, Slot{});  // after four thousand million frames a slot could seem to be of this round
  round_ = 1;
}

void NodeIndex::reserve(std::size_t count) {
  if (count * 2 > slots_.size()) grow(std::bit_ceil(std::max(count * 2, fewest_slots)));
}

NodeIndex::Slot& NodeIndex::slot_of(NodeId id) {
  std::size_t at = start_of(id);
  while (slots_[at].round == round_ && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

bool NodeIndex::add(NodeId id, std::size_t place) {
  reserve(used_ + 1);
  Slot& slot = slot_of(id);
  if (slot.round == round_) return false;
  slot = {id, static_cast<std::uint32_t>(place), round_};
  ++used_;
  return true;
}

void NodeIndex::grow(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : old) {
    if (slot.round == round_) slot_of(slot.id) = slot;
  }
}

}  // namespace alongside::ui
