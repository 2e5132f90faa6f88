// CRC32C (Castagnoli): finds a frame damaged on its way or on disk. It is no defence against
// someone who means harm; the reader's checks are.
#pragma once

#include <cstdint>
#include <span>

namespace alongside::wire {

std::uint32_t crc32c(std::span<const std::uint8_t> bytes);

}  // namespace alongside::wire
