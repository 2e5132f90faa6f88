// sha256: the fingerprint of bytes from which they cannot be found again. For session tokens and
// for what is known by its content. hmac_sha256: a secret made from a secret, for one use. slow_hash: for
// secrets short enough to be typed, which who stole the database could otherwise try out. Wraps OpenSSL,
// in digest_openssl.cpp.
#pragma once

#include "app/base/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace alongside::server {

using Sha256 = std::array<std::uint8_t, 32>;

Result<Sha256> sha256(std::span<const std::uint8_t> bytes);
inline Result<Sha256> sha256_of(std::string_view text) {
  return sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}
// The same of what comes in pieces: add() them, then end() once.
class RunningSha256 {
 public:
  RunningSha256();
  RunningSha256(const RunningSha256&) = delete;
  RunningSha256& operator=(const RunningSha256&) = delete;
  ~RunningSha256();
  Result<void> add(std::span<const std::uint8_t> bytes);
  Result<Sha256> end();

 private:
  evp_md_ctx_st* state_;
};
std::string hex_text(std::span<const std::uint8_t> bytes);  // small letters
std::optional<Sha256> sha256_in(std::string_view hex);      // 64 such digits
Result<Sha256> hmac_sha256(std::string_view key, std::string_view text);
// scrypt with 8 MB: some 20 ms.
Result<Sha256> slow_hash(std::string_view secret, std::span<const std::uint8_t> salt);

}  // namespace alongside::server
