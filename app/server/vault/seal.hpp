// Sealing bytes under a key: AES-256-GCM, with a random nonce in front and the tag behind. `name` is bound in: sealed
// bytes that were moved to another place do not open there. Used by Vault.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::server {

using SealKey = std::array<std::uint8_t, 32>;

inline constexpr std::size_t seal_nonce_bytes = 12;
inline constexpr std::size_t seal_tag_bytes = 16;
inline constexpr std::size_t seal_added_bytes = seal_nonce_bytes + seal_tag_bytes;

using ByteView = std::span<const std::uint8_t>;

Result<Bytes> seal_bytes(const SealKey& key, ByteView nonce, ByteView name, ByteView plain);
// Storage: these are not bytes that were sealed under this key and name.
Result<Bytes> open_sealed(const SealKey& key, ByteView name, ByteView sealed);
// Overwrites it, whatever the compiler thinks of that.
void wipe_key(SealKey& key);

}  // namespace alongside::server
