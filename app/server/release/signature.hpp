// is_ed25519_signature(): whether somebody with the private half of a key has signed this text (RFC 8032). Wraps
// OpenSSL, in signature_openssl.cpp. Used by signed_text.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::server {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;

bool is_ed25519_signature(const Ed25519PublicKey& key, std::string_view text, std::span<const std::uint8_t> signature);

}  // namespace alongside::server
