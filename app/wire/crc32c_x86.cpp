// CRC32C by the processor's own instruction, which every 64-bit x86 machine since 2009 has. It takes
// three steps to give an answer but can begin one at every step, so three stretches are summed at once
// and then put together.
#include "app/wire/crc32c.hpp"

#include <nmmintrin.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace alongside::wire {
namespace {

constexpr std::uint32_t reversed_polynomial = 0x82F63B78;
constexpr std::size_t step = sizeof(std::uint64_t);
constexpr std::size_t stretch = 256;  // bytes
constexpr std::size_t stretches = 3;

using Table = std::array<std::array<std::uint32_t, 256>, 4>;

// What a sum becomes when one more stretch of zeros follows: tables[n][byte] for each of its four bytes.
// A sum is linear, so that the whole is made of what each bit alone becomes.
constexpr Table make_past_a_stretch() {
  Table table{};
  for (unsigned bit = 0; bit < 32; ++bit) {
    std::uint32_t sum = std::uint32_t{1} << bit;
    for (std::size_t zero = 0; zero < 8 * stretch; ++zero) sum = sum >> 1 ^ ((sum & 1) != 0 ? reversed_polynomial : 0);
    for (unsigned byte = 0; byte < 256; ++byte)
      if ((byte >> bit % 8 & 1) != 0) table[bit / 8][byte] ^= sum;
  }
  return table;
}

constexpr Table past_a_stretch = make_past_a_stretch();

std::uint64_t moved(std::uint64_t sum) {
  return past_a_stretch[0][sum & 0xFF] ^ past_a_stretch[1][sum >> 8 & 0xFF] ^ past_a_stretch[2][sum >> 16 & 0xFF] ^
         past_a_stretch[3][sum >> 24 & 0xFF];
}

std::uint64_t eight_bytes(const std::uint8_t* at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return eight;
}

__attribute__((target("sse4.2"))) std::uint64_t three_stretches(std::uint64_t sum, const std::uint8_t* at) {
  std::uint64_t second = 0;
  std::uint64_t third = 0;
  for (const std::uint8_t* const end = at + stretch; at != end; at += step) {
    sum = _mm_crc32_u64(sum, eight_bytes(at));
    second = _mm_crc32_u64(second, eight_bytes(at + stretch));
    third = _mm_crc32_u64(third, eight_bytes(at + 2 * stretch));
  }
  return moved(moved(sum) ^ second) ^ third;
}

}  // namespace

__attribute__((target("sse4.2"))) std::uint32_t crc32c(std::span<const std::uint8_t> bytes) {
  std::uint64_t sum = 0xFFFFFFFF;
  const std::uint8_t* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= stretches * stretch; at += stretches * stretch, left -= stretches * stretch)
    sum = three_stretches(sum, at);
  for (; left >= step; at += step, left -= step) sum = _mm_crc32_u64(sum, eight_bytes(at));
  auto rest = static_cast<std::uint32_t>(sum);
  for (; left != 0; ++at, --left) rest = _mm_crc32_u8(rest, *at);
  return ~rest;
}

}  // namespace alongside::wire
