// The bytes in which store_web.cpp and web/storage.js speak: little-endian, u32 lengths. Both sides
// are ours and of one build, so the reading is strict, and what does not fit is a fault of the store.
#pragma once

#include "app/client/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace alongside::client {

Bytes batch_bytes(const Batch& batch);
std::optional<std::vector<std::uint64_t>> appended_in(std::span<const std::uint8_t> reply);
std::optional<std::vector<StoreEntry>> entries_in(std::span<const std::uint8_t> reply);

}  // namespace alongside::client
