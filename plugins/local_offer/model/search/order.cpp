#include "plugins/local_offer/model/search/order.hpp"

namespace alongside::local_offer {
namespace {

struct Halves {
  std::uint32_t begin;
  std::uint32_t middle;
  std::uint32_t end;
};

void merge(const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to, Halves halves, Before before,
           const void* context) {
  std::uint32_t left = halves.begin;
  std::uint32_t right = halves.middle;
  for (std::uint32_t at = halves.begin; at < halves.end; ++at) {
    // The right one goes first only when it truly comes before: that keeps equals in place.
    const bool is_left_done = left == halves.middle;
    const bool takes_right = right < halves.end && (is_left_done || before(context, from[right], from[left]));
    to[at] = takes_right ? from[right++] : from[left++];
  }
}

}  // namespace

std::vector<std::uint32_t> ordered_positions(std::uint32_t count, Before before, const void* context) {
  std::vector<std::uint32_t> positions(count);
  for (std::uint32_t i = 0; i < count; ++i) positions[i] = i;
  std::vector<std::uint32_t> other(count);
  for (std::uint64_t run = 1; run < count; run *= 2) {
    for (std::uint64_t begin = 0; begin < count; begin += 2 * run) {
      const auto limit = [&](std::uint64_t position) {
        return static_cast<std::uint32_t>(position < count ? position : count);
      };
      merge(positions, other, {limit(begin), limit(begin + run), limit(begin + 2 * run)}, before, context);
    }
    positions.swap(other);
  }
  return positions;
}

}  // namespace alongside::local_offer
