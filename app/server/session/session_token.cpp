#include "app/server/session/session_token.hpp"

#include "app/base/base64url.hpp"
#include "app/base/chance.hpp"

#include <array>
#include <cstdint>

namespace alongside::server {

SessionToken SessionToken::random(Chance& chance) {
  std::array<std::uint8_t, 32> bytes{};
  chance.fill(bytes);
  return SessionToken(base64url(bytes));
}

std::optional<SessionToken> SessionToken::parse(std::string_view text) {
  if (text.size() != letters || text.find_first_not_of(base64url_letters) != text.npos) return std::nullopt;
  return SessionToken(std::string(text));
}

Result<Sha256> SessionToken::fingerprint() const {
  return sha256({reinterpret_cast<const std::uint8_t*>(text_.data()), text_.size()});
}

}  // namespace alongside::server
