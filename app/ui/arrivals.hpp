// Arrivals: what has just come on the canvas fades in, a short time, once: a card that was opened, a result, a dialog.
// Nothing moves, and nothing waits for it: the mirror has it all at once. Owned by FrameParts; none for whoever asked
// for less motion.
#pragma once

#include "app/ui/display_list.hpp"
#include "app/ui/semantic_tree.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace alongside::ui {

class Stage;

class Arrivals {
 public:
  // Looks for what `before` did not have, and lets all that is still arriving shine through in the paint.
  void follow(const SemanticTree& before, Stage& stage, Shape shape, std::int64_t now_ms);
  void forget() { arriving_.clear(); }
  // 0 to 255; 255 for what is there.
  std::uint8_t opacity_of(NodeId id) const;
  bool under_way() const { return !arriving_.empty(); }

 private:
  struct Arriving {
    NodeId id = 0;
    std::int64_t since_ms = 0;
    std::uint8_t opacity = 0, frames = 0;
  };
  void take_new(const SemanticTree& before, const Stage& stage, std::int64_t now_ms);

  std::vector<Arriving> arriving_;
};

}  // namespace alongside::ui
