#include "app/ui/stage.hpp"

#include <algorithm>
#include <utility>

namespace alongside::ui {

void Stage::clear() {
  tree_.clear();
  notes_.clear();
  card_hrefs_.clear();
  for (DisplayList& list : lists_) list.clear();
  layer_ = Layer::Page;
  start_.reset();
}

bool Stage::add(NodeId id, NodeId parent, Role role, const NodeNote& note) {
  if (tree_.add_new(id, parent, role) == nullptr) return false;
  if (!start_) start_ = mark();
  notes_.push_back(note);
  notes_.back().layer = layer_;
  notes_.back().command = static_cast<std::uint32_t>(paint().size());
  return true;
}

void Stage::make_card(std::size_t index, std::string_view href) {
  if (href.empty()) return;
  notes_[index].card = static_cast<std::uint32_t>(card_hrefs_.size());
  card_hrefs_.emplace_back(href);
}

std::string_view Stage::href_of_card(const NodeNote& note) const {
  return note.card == no_card ? std::string_view() : card_hrefs_[note.card];
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

void Stage::fade(NodeId id, std::uint8_t opacity) {
  const auto nodes = tree_.nodes();
  const auto first = static_cast<std::size_t>(std::ranges::find(nodes, id, &Node::id) - nodes.begin());
  if (first == nodes.size()) return;
  const NodeNote& note = notes_[first];
  DisplayList& list = lists_[static_cast<std::size_t>(note.layer)];
  // Its paint ends where that of the next begins which is not in it.
  std::size_t end = list.size();
  for (std::size_t i = first + 1; i < nodes.size(); ++i) {
    if (notes_[i].layer != note.layer || tree_.is_inside(nodes[i].id, id)) continue;
    end = notes_[i].command;
    break;
  }
  list.fade(note.command, end, opacity);
}

}  // namespace alongside::ui
