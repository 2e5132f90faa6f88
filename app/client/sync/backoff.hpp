// Backoff: how long to wait before trying again: 1 s, doubled at each failure up to 5 minutes, each
// drawn between half and all of it so that devices do not come back together. Used by SyncRounds and LetterBox.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <cstdint>

namespace alongside::client {

class Backoff {
 public:
  static constexpr std::int64_t first_ms = 1'000;
  static constexpr std::int64_t longest_ms = 300'000;

  std::int64_t next_ms(Chance& chance);
  void reset() { failures_ = 0; }
  std::uint32_t failures() const { return failures_; }

 private:
  std::uint32_t failures_ = 0;
};

}  // namespace alongside::client
