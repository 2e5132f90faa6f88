// Blind signatures: RFC 9474, RSABSSA-SHA384-PSS-Randomized. The signer signs what it cannot see; the
// finished signature is an ordinary RSA-PSS one. Wraps OpenSSL; used by TokenDesk alone.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::server {

inline constexpr std::size_t blind_key_bytes = 256;  // a modulus of 2048 bits; also the size of a signature

struct BlindKeyPair {
  Bytes secret;  // PKCS #8
  Bytes open;    // SubjectPublicKeyInfo
};

Result<BlindKeyPair> make_blind_key_pair();
// InvalidInput when `blinded` is no number below the modulus, or of another size.
Result<Bytes> blind_sign(std::span<const std::uint8_t> secret, std::span<const std::uint8_t> blinded);
// NotAllowed when the signature is not one of this key over this message.
Result<void> verify_blind(std::span<const std::uint8_t> open, std::span<const std::uint8_t> message,
                          std::span<const std::uint8_t> signature);

}  // namespace alongside::server
