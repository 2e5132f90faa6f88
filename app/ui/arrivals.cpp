#include "app/ui/arrivals.hpp"

#include "app/ui/stage.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr std::int64_t lasts_ms = 160;
constexpr std::uint8_t most_frames = 60;  // a clock that stands still must not keep the screen awake

std::uint8_t opacity_after(std::int64_t ms) {
  const float left = 1 - std::clamp(static_cast<float>(ms) / static_cast<float>(lasts_ms), 0.0f, 1.0f);
  return static_cast<std::uint8_t>(255 * (1 - left * left));  // quick at first: ease-out
}

}  // namespace

// Only what has a key of its own, in something that was there: a sentence without one is known by its number among
// others, and when one comes in the middle, the last would seem new.
void Arrivals::take_new(const SemanticTree& before, const Stage& stage, std::int64_t now_ms) {
  if (before.empty()) return;
  const auto nodes = stage.tree().nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (stage.note(i).key_hash == 0 || before.contains(node.id)) continue;
    if (node.parent == 0 ? node.role != Role::Dialog : !before.contains(node.parent)) continue;
    arriving_.push_back({node.id, now_ms});
  }
}

void Arrivals::follow(const SemanticTree& before, Stage& stage, Shape shape, std::int64_t now_ms) {
  if (shape == Shape::Changed) take_new(before, stage, now_ms);
  std::erase_if(arriving_, [&](Arriving& one) {
    const std::int64_t ms = now_ms - one.since_ms;
    one.opacity = opacity_after(ms);
    return ms < 0 || ++one.frames > most_frames || ms >= lasts_ms || !stage.tree().contains(one.id);
  });
  for (const Arriving& one : arriving_) stage.fade(one.id, one.opacity);
}

std::uint8_t Arrivals::opacity_of(NodeId id) const {
  const auto found = std::ranges::find(arriving_, id, &Arriving::id);
  return found == arriving_.end() ? 255 : found->opacity;
}

}  // namespace alongside::ui
