#include "app/wire/crc32c.hpp"

#include <array>

namespace alongside::wire {
namespace {

constexpr std::uint32_t reversed_polynomial = 0x82F63B78;

constexpr std::array<std::uint32_t, 256> make_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ ((value & 1) != 0 ? reversed_polynomial : 0);
    table[byte] = value;
  }
  return table;
}

constexpr auto table = make_table();

}  // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (const std::uint8_t byte : bytes) value = value >> 8 ^ table[(value ^ byte) & 0xFF];
  return ~value;
}

}  // namespace alongside::wire
