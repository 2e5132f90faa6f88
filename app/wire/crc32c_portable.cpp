#include "app/wire/crc32c.hpp"

#include <array>

namespace alongside::wire {
namespace {

constexpr std::uint32_t reversed_polynomial = 0x82F63B78;
constexpr std::size_t slices = 8;

using Table = std::array<std::uint32_t, 256>;

// tables[n][byte]: what a byte does to the sum when n more bytes follow it. Eight bytes at a time
// (Kounavis and Berry's slicing) takes an eighth of the steps that one at a time takes.
constexpr std::array<Table, slices> make_tables() {
  std::array<Table, slices> tables{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ ((value & 1) != 0 ? reversed_polynomial : 0);
    tables[0][byte] = value;
  }
  for (std::size_t slice = 1; slice < slices; ++slice) {
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = tables[slice - 1][byte];
      tables[slice][byte] = before >> 8 ^ tables[0][before & 0xFF];
    }
  }
  return tables;
}

constexpr auto tables = make_tables();

std::uint32_t eight_bytes(std::uint32_t value, const std::uint8_t* bytes) {
  const std::uint32_t first =
      value ^ (static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
               static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24);
  return tables[7][first & 0xFF] ^ tables[6][first >> 8 & 0xFF] ^ tables[5][first >> 16 & 0xFF] ^
         tables[4][first >> 24] ^ tables[3][bytes[4]] ^ tables[2][bytes[5]] ^ tables[1][bytes[6]] ^ tables[0][bytes[7]];
}

}  // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (; bytes.size() >= slices; bytes = bytes.subspan(slices)) value = eight_bytes(value, bytes.data());
  for (const std::uint8_t byte : bytes) value = value >> 8 ^ tables[0][(value ^ byte) & 0xFF];
  return ~value;
}

}  // namespace alongside::wire
