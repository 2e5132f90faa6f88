// CardLines: cards that stand beside each other are as high as the highest of them, as a line of a table is. A card in
// a grid waits here until its line is complete, and is painted then. Owned by FrameParts; filled by cards and by what
// holds them.
#pragma once

#include "app/ui/open_scope.hpp"

#include <cstddef>
#include <vector>

namespace alongside::ui {

class FrameParts;

class CardLines {
 public:
  void clear() { waiting_.clear(); }
  // Where a line begins that a grid opens inside another's.
  std::size_t mark() const { return waiting_.size(); }
  // A cell of the line, or before it a card that stands in it. A card can be a cell itself.
  void add(const OpenScope& scope, Rect place) { waiting_.push_back({scope, place}); }
  // The line since `mark` is complete: its cells grow to the lowest edge among them, and so does a card that ends its
  // cell. Then `paint` is called for each card.
  void finish(FrameParts& parts, std::size_t mark, void (*paint)(FrameParts&, const OpenScope&, Rect));

 private:
  struct Waiting {
    OpenScope scope;
    Rect place;
  };
  std::vector<Waiting> waiting_;
};

}  // namespace alongside::ui
