#include "app/server/session/session_cookie.hpp"

namespace alongside::server {

namespace {

// With this prefix a browser takes the cookie only when it is Secure, for "/", and of this very host:
// neither a sister site nor a page without encryption can plant one.
constexpr std::string_view name = "__Host-sid=";

std::string written(std::string_view value, std::int64_t seconds) {
  std::string cookie(name);
  cookie += value;
  cookie += "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
  return cookie + std::to_string(seconds);
}

}  // namespace

std::optional<SessionToken> session_cookie_in(std::string_view cookie_header) {
  std::optional<SessionToken> found;
  int count = 0;
  while (!cookie_header.empty()) {
    std::string_view pair = cookie_header.substr(0, cookie_header.find(';'));
    cookie_header.remove_prefix(pair.size() == cookie_header.size() ? pair.size() : pair.size() + 1);
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.substr(0, name.size()) != name) continue;
    found = SessionToken::parse(pair.substr(name.size()));
    ++count;
  }
  return count == 1 ? found : std::nullopt;
}

std::string session_cookie(const SessionToken& token, std::int64_t seconds) { return written(token.text(), seconds); }

std::string no_session_cookie() { return written("", 0); }

}  // namespace alongside::server
