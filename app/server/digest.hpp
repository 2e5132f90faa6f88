// sha256: the fingerprint of bytes from which they cannot be found again. For session tokens and
// for what is known by its content. Wraps OpenSSL, in digest_openssl.cpp.
#pragma once

#include "app/base/result.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace alongside::server {

using Sha256 = std::array<std::uint8_t, 32>;

Result<Sha256> sha256(std::span<const std::uint8_t> bytes);

}  // namespace alongside::server
