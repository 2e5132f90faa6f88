#include "app/ui/stage.hpp"

#include <utility>

namespace alongside::ui {

void Stage::clear() {
  tree_.clear();
  notes_.clear();
  for (DisplayList& list : lists_) list.clear();
  layer_ = Layer::Page;
  start_.reset();
}

bool Stage::add(NodeId id, NodeId parent, Role role, const NodeNote& note) {
  if (tree_.add_new(id, parent, role) == nullptr) return false;
  if (!start_) start_ = mark();
  notes_.push_back(note);
  notes_.back().layer = layer_;
  return true;
}

Mark Stage::mark() const { return {notes_.size(), paint(layer_).size()}; }

Mark Stage::take_start() { return std::exchange(start_, std::nullopt).value_or(mark()); }

void Stage::move(Mark from, Mark to, float dx, float dy) {
  if (dx == 0 && dy == 0) return;
  for (std::size_t i = from.node; i < to.node; ++i) {
    if (notes_[i].layer != layer_) continue;
    node(i).rect.x += dx;
    node(i).rect.y += dy;
  }
  paint().move(from.command, to.command, dx, dy);
}

}  // namespace alongside::ui
