#include "app/ui/card_lines.hpp"

#include "app/ui/frame_parts.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

float lower_edge(Rect place) { return place.y + place.height; }

}  // namespace

void CardLines::finish(FrameParts& parts, std::size_t mark, void (*paint)(FrameParts&, const OpenScope&, Rect)) {
  float lowest = 0;
  for (std::size_t i = mark; i < waiting_.size(); ++i) lowest = std::max(lowest, lower_edge(waiting_[i].place));
  float edge = 0;
  // Backwards, since a cell comes after its cards.
  for (std::size_t i = waiting_.size(); i-- > mark;) {
    auto& [scope, place] = waiting_[i];
    if (scope.is_cell) edge = lower_edge(place);
    if (lower_edge(place) > edge - 1) place.height += lowest - edge;
    parts.node_of(scope).rect = place;
    if (scope.role == Role::Group) paint(parts, scope, place);
  }
  waiting_.resize(mark);
}

}  // namespace alongside::ui
