// SessionToken: the secret that a browser keeps in its cookie: 256 random bits, as 43 letters. The
// council keeps only its fingerprint, so that a stolen database signs nobody in. Made and looked up
// by Sessions.
#pragma once

#include "app/base/result.hpp"
#include "app/server/digest.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {

class SessionToken {
 public:
  static constexpr std::size_t letters = 43;

  static SessionToken random(Chance& chance);
  // Nothing unless it could be one of ours: 43 letters, digits, - and _.
  static std::optional<SessionToken> parse(std::string_view text);

  const std::string& text() const { return text_; }
  Result<Sha256> fingerprint() const;

 private:
  explicit SessionToken(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace alongside::server
