#include "app/server/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace alongside::server {

Result<Sha256> sha256(std::span<const std::uint8_t> bytes) {
  Sha256 digest{};
  unsigned length = 0;
  const int good = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  if (good != 1 || length != digest.size()) return Error{ErrorCode::Internal, "SHA-256 failed"};
  return digest;
}

RunningSha256::RunningSha256() : state_(EVP_MD_CTX_new()) {
  if (state_ == nullptr || EVP_DigestInit_ex(state_, EVP_sha256(), nullptr) == 1) return;
  EVP_MD_CTX_free(state_);
  state_ = nullptr;
}

RunningSha256::~RunningSha256() { EVP_MD_CTX_free(state_); }

Result<void> RunningSha256::add(std::span<const std::uint8_t> bytes) {
  if (state_ != nullptr && EVP_DigestUpdate(state_, bytes.data(), bytes.size()) == 1) return {};
  return Error{ErrorCode::Internal, "SHA-256 failed"};
}

Result<Sha256> RunningSha256::end() {
  Sha256 digest{};
  unsigned length = 0;
  const bool good = state_ != nullptr && EVP_DigestFinal_ex(state_, digest.data(), &length) == 1;
  if (!good || length != digest.size()) return Error{ErrorCode::Internal, "SHA-256 failed"};
  return digest;
}

std::string hex_text(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

std::optional<Sha256> sha256_in(std::string_view hex) {
  Sha256 sum{};
  if (hex.size() != 2 * sum.size()) return std::nullopt;
  const std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const std::size_t high = digits.find(hex[2 * i]), low = digits.find(hex[2 * i + 1]);
    if (high == digits.npos || low == digits.npos) return std::nullopt;
    sum[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return sum;
}

Result<Sha256> hmac_sha256(std::string_view key, std::string_view text) {
  Sha256 digest{};
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto* made =
      HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), digest.data(), &length);
  if (made == nullptr || length != digest.size()) return Error{ErrorCode::Internal, "HMAC failed"};
  return digest;
}

Result<Sha256> slow_hash(std::string_view secret, std::span<const std::uint8_t> salt) {
  constexpr std::uint64_t cost = 1 << 13, block = 8, lanes = 1, most_memory = 32 * 1024 * 1024;
  Sha256 digest{};
  const int good = EVP_PBE_scrypt(secret.data(), secret.size(), salt.data(), salt.size(), cost, block, lanes,
                                  most_memory, digest.data(), digest.size());
  if (good != 1) return Error{ErrorCode::Internal, "scrypt failed"};
  return digest;
}

}  // namespace alongside::server
