#include "tests/worlds/restricted_or_not.hpp"

#include <algorithm>
#include <limits>

namespace alongside::worlds {

namespace {

constexpr std::int64_t one_minute_ms = 60'000;

// What others would begin or end to share with B about the first child between two moments.
void leave_out_shares(History& history, std::int64_t from_ms, std::int64_t until_ms) {
  std::erase_if(history.events, [&](const Event& event) {
    return event.what == Do::Share && event.other == Who::B && event.child == 0 && event.at_ms >= from_ms &&
           event.at_ms < until_ms;
  });
}

void leave_out_standings(History& history, std::int64_t from_ms) {
  std::erase_if(history.events, [&](const Event& event) {
    return event.what == Do::Stand && event.who == Who::B && event.child == 0 && event.at_ms >= from_ms;
  });
}

Event about_b(Do what, std::uint64_t key, std::int64_t at_ms, Stand stand = Stand::Fully) {
  Event event;
  event.key = key;
  event.at_ms = at_ms;
  event.who = Who::B;
  event.what = what;
  event.stand = stand;
  return event;
}

}  // namespace

void restricted_or_not_shared_with(std::pair<History, History>& ways, Dice& dice, std::int64_t from_ms) {
  const bool lifted = dice.one_in(2);
  const std::int64_t until_ms = lifted ? from_ms + one_minute_ms + dice.below(static_cast<unsigned>(3 * day_ms))
                                       : std::numeric_limits<std::int64_t>::max();
  // Who is restricted for good may be shared with: nothing comes of it. What is taken up again is what was left off.
  leave_out_shares(ways.second, from_ms, until_ms);
  if (lifted) leave_out_shares(ways.first, from_ms, until_ms);
  for (History* way : {&ways.first, &ways.second}) leave_out_standings(*way, from_ms);
  add(ways.first.events, about_b(Do::Stand, secret_key, from_ms, Stand::Restricted));
  // Left off first: whoever was restricted before, both ways, must not be let in for a moment.
  add(ways.second.events, about_b(Do::Unshare, secret_key, from_ms));
  add(ways.second.events, about_b(Do::Stand, secret_key, from_ms));
  if (!lifted) return;
  add(ways.first.events, about_b(Do::Stand, secret_key + 1, until_ms));
  add(ways.second.events, about_b(Do::ShareAgain, secret_key + 1, until_ms));
  ways.first.end_ms = ways.second.end_ms = std::max(ways.second.end_ms, until_ms + one_minute_ms);
}

}  // namespace alongside::worlds
