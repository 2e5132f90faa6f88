// CRC32C by the processor's own instruction, which every 64-bit x86 machine since 2009 has.
#include "app/wire/crc32c.hpp"

#include <nmmintrin.h>

#include <cstring>

namespace alongside::wire {

__attribute__((target("sse4.2"))) std::uint32_t crc32c(std::span<const std::uint8_t> bytes) {
  std::uint64_t value = 0xFFFFFFFF;
  for (; bytes.size() >= sizeof(std::uint64_t); bytes = bytes.subspan(sizeof(std::uint64_t))) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data(), sizeof eight);
    value = _mm_crc32_u64(value, eight);
  }
  auto rest = static_cast<std::uint32_t>(value);
  for (const std::uint8_t byte : bytes) rest = _mm_crc32_u8(rest, byte);
  return ~rest;
}

}  // namespace alongside::wire
