#include "app/server/session/session_token.hpp"

#include "app/server/sync/chance.hpp"

#include <array>
#include <cstdint>

namespace alongside::server {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// RFC 4648's base64 for addresses, without padding.
std::string base64url(std::span<const std::uint8_t> bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : bytes) {
    bits = bits << 8 | byte;
    for (count += 8; count >= 6; count -= 6) text += alphabet[bits >> (count - 6) & 63];
  }
  if (count > 0) text += alphabet[bits << (6 - count) & 63];
  return text;
}

}  // namespace

SessionToken SessionToken::random(Chance& chance) {
  std::array<std::uint8_t, 32> bytes{};
  chance.fill(bytes);
  return SessionToken(base64url(bytes));
}

std::optional<SessionToken> SessionToken::parse(std::string_view text) {
  if (text.size() != letters || text.find_first_not_of(alphabet) != text.npos) return std::nullopt;
  return SessionToken(std::string(text));
}

Result<Sha256> SessionToken::fingerprint() const {
  return sha256({reinterpret_cast<const std::uint8_t*>(text_.data()), text_.size()});
}

}  // namespace alongside::server
