// PrivateKey: the council's own key, from a PEM file, with which we sign who we are to a provider
// (private_key_jwt). Wraps OpenSSL. Read once when the server starts.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/jose/signature_algorithm.hpp"

#include <memory>
#include <string_view>

struct evp_pkey_st;

namespace alongside::server {

class PrivateKey {
 public:
  // PKCS #8 or the older PEM forms, without a passphrase. It must fit the algorithm.
  static Result<PrivateKey> from_pem(std::string_view pem, SignatureAlgorithm algorithm);

  Result<Bytes> sign(std::string_view text) const;  // as JWS wants it
  SignatureAlgorithm algorithm() const { return algorithm_; }

 private:
  PrivateKey(std::shared_ptr<evp_pkey_st> key, SignatureAlgorithm algorithm)
      : key_(std::move(key)), algorithm_(algorithm) {}
  std::shared_ptr<evp_pkey_st> key_;
  SignatureAlgorithm algorithm_;
};

}  // namespace alongside::server
