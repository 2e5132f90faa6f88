#include "app/server/digest.hpp"

#include <openssl/evp.h>

namespace alongside::server {

Result<Sha256> sha256(std::span<const std::uint8_t> bytes) {
  Sha256 digest{};
  unsigned length = 0;
  const int good = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  if (good != 1 || length != digest.size()) return Error{ErrorCode::Internal, "SHA-256 failed"};
  return digest;
}

}  // namespace alongside::server
