#include "app/client/sync/backoff.hpp"

#include <algorithm>
#include <array>

namespace alongside::client {

std::int64_t Backoff::next_ms(Chance& chance) {
  const std::int64_t whole = std::min(longest_ms, first_ms << std::min<std::uint32_t>(failures_, 16));
  ++failures_;
  std::array<std::uint8_t, 2> drawn{};
  chance.fill(drawn);
  const std::int64_t share = drawn[0] * 256 + drawn[1];  // of 65,535
  return whole / 2 + whole / 2 * share / 65'535;
}

}  // namespace alongside::client
