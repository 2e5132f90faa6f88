// PublicKey: one key of a provider that signatures are verified with, read from a JWK (RFC 7517). Wraps
// OpenSSL. Owned by a KeySet; asked by verify_jws.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/jose/signature_algorithm.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

struct evp_pkey_st;

namespace alongside::server {

class JsonValue;

class PublicKey {
 public:
  // An EC key on P-256 for ES256, an RSA key of 2048 to 8192 bits for RS256. InvalidInput for anything else.
  static Result<PublicKey> from_jwk(const JsonValue& jwk, SignatureAlgorithm algorithm);

  // Whether this key's owner signed these bytes. The signature is JWS's: r and s side by side for ES256.
  bool signed_this(std::string_view text, std::span<const std::uint8_t> signature) const;

 private:
  PublicKey(std::shared_ptr<evp_pkey_st> key, SignatureAlgorithm algorithm)
      : key_(std::move(key)), algorithm_(algorithm) {}
  std::shared_ptr<evp_pkey_st> key_;
  SignatureAlgorithm algorithm_;
};

}  // namespace alongside::server
