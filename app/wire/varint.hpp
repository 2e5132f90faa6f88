// Varints: how a whole number is written, in as few bytes as it needs: seven bits a byte, the low ones
// first, the high bit set while more follow (LEB128). The writer's half; FrameReader has the other, which checks.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace alongside::wire {

// Room that put_number needs: what 64 bits take, and more than the eight bytes it stores at once.
inline constexpr std::size_t longest_number = 10;

static_assert(std::endian::native == std::endian::little, "eight bytes are stored at once, the first one lowest");

// A number below 2^56 without a loop: seven bits go into each of eight bytes, as many as it needs count.
// A loop's end is guessed wrong by the processor as often as lengths vary, which costs more than all this.
inline std::uint8_t* put_middle_number(std::uint8_t* to, std::uint64_t value) {
  const auto bits = static_cast<unsigned>(std::bit_width(value));
  const unsigned bytes = (bits * 9 + 64) / 64;  // bits / 7, rounded up, up to 56
  value = (value & 0x000000000FFFFFFF) | (value & 0x00FFFFFFF0000000) << 4;
  value = (value & 0x00003FFF00003FFF) | (value & 0x0FFFC0000FFFC000) << 2;
  value = (value & 0x007F007F007F007F) | (value & 0x3F803F803F803F80) << 1;
  value |= 0x8080808080808080 & ((std::uint64_t{1} << 8 * (bytes - 1)) - 1);
  std::memcpy(to, &value, sizeof value);
  return to + bytes;
}

// Writes a number at `to`, where there is room for longest_number; where the next thing goes.
inline std::uint8_t* put_number(std::uint8_t* to, std::uint64_t value) {
  if (value < 0x80) {
    *to = static_cast<std::uint8_t>(value);
    return to + 1;
  }
  constexpr unsigned middle_bits = 56;
  for (; value >> middle_bits != 0; value >>= 7) *to++ = static_cast<std::uint8_t>(value | 0x80);
  return put_middle_number(to, value);
}

// Small numbers either side of zero become small numbers: 0, -1, 1, -2 … are 0, 1, 2, 3 ….
constexpr std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0);
}
constexpr std::int64_t unzigzag(std::uint64_t bits) {
  return static_cast<std::int64_t>(bits >> 1 ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0));
}

}  // namespace alongside::wire
