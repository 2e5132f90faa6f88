#include "tests/worlds/run.hpp"

#include "tests/worlds/play.hpp"

#include <algorithm>

namespace alongside::worlds {

Outcome run(const History& history, std::uint64_t seed, Leak leak) {
  Play play(seed, leak);
  for (const Event& event : history.events) {
    play.act(event);
    if (event.key >= secret_key) play.note_what_is_kept();
  }
  play.note_what_is_kept();
  play.fetch_everything(history);
  return play.outcome();
}

int first_difference(const Outcome& one, const Outcome& other) {
  const auto [left, right] = std::ranges::mismatch(one.seen, other.seen);
  if (left == one.seen.end() && right == other.seen.end()) return -1;
  return static_cast<int>(left - one.seen.begin());
}

}  // namespace alongside::worlds
