#include "app/server/fetch/public_address.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace alongside::server {

namespace {

struct Block {
  std::array<std::uint8_t, 16> prefix;
  std::size_t bits;
};

// IANA's registry of special-purpose addresses: what is not globally reachable, or leads on to another address.
constexpr Block special_v4[] = {
    {{0}, 8},           // this network
    {{10}, 8},          // private
    {{100, 64}, 10},    // shared behind a provider
    {{127}, 8},         // this machine
    {{169, 254}, 16},   // link-local, where clouds keep their keys
    {{172, 16}, 12},    // private
    {{192, 0, 0}, 24},  // protocol assignments
    {{192, 0, 2}, 24},  // documentation
    {{192, 88, 99}, 24},
    {{192, 168}, 16},  // private
    {{198, 18}, 15},   // benchmarks
    {{198, 51, 100}, 24},
    {{203, 0, 113}, 24},
    {{224}, 4},  // multicast
    {{240}, 4},  // reserved, and broadcast
};
constexpr Block global_v6 = {{0x20}, 3};  // all that is given out; loopback, ULA and link-local are outside
constexpr Block special_v6[] = {
    {{0x20, 0x01}, 23},              // protocol assignments, Teredo
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4: an IPv4 address inside
    {{0x3F, 0xFF}, 20},              // documentation
};
// Their last four bytes are an IPv4 address: mapped, and by a translator between the two worlds.
constexpr Block mapped_v4 = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96};
constexpr Block translated_v4 = {{0, 0x64, 0xFF, 0x9B}, 96};

bool is_in(const Block& block, std::span<const std::uint8_t> bytes) {
  const std::size_t whole = block.bits / 8;
  if (!std::equal(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(whole), block.prefix.begin()))
    return false;
  const std::size_t rest = block.bits % 8;
  return rest == 0 || (bytes[whole] >> (8 - rest)) == (block.prefix[whole] >> (8 - rest));
}

bool is_in_any(std::span<const Block> blocks, std::span<const std::uint8_t> bytes) {
  return std::ranges::any_of(blocks, [&](const Block& block) { return is_in(block, bytes); });
}

}  // namespace

bool is_public_address(std::span<const std::uint8_t> bytes) {
  if (bytes.size() == 4) return !is_in_any(special_v4, bytes);
  if (bytes.size() != 16) return false;
  if (is_in(mapped_v4, bytes) || is_in(translated_v4, bytes)) return is_public_address(bytes.last(4));
  return is_in(global_v6, bytes) && !is_in_any(special_v6, bytes);
}

}  // namespace alongside::server
