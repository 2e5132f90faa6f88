#include "app/server/session/session_cookie.hpp"

#include <array>
#include <cstddef>

namespace alongside::server {

namespace {

// With this prefix a browser takes the cookie only when it is Secure, for "/", and of this very host:
// neither a sister site nor a page without encryption can plant one.
constexpr std::string_view session_name = "__Host-sid=";

struct OtherCookie {
  std::string_view name;
  std::int64_t seconds;
};
// In the order of SignInCookie. A browser comes back from its provider with a GET of its own, so SameSite=Lax
// lets these along.
constexpr std::array<OtherCookie, 3> others = {
    OtherCookie{"__Host-signin=", 1800}, {"__Host-leave=", 120}, {"__Host-device=", 31'536'000}};

std::string written(std::string_view name, std::string_view value, std::int64_t seconds) {
  std::string cookie(name);
  cookie += value;
  cookie += "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
  return cookie + std::to_string(seconds);
}

std::optional<SessionToken> cookie_named(std::string_view name, std::string_view cookie_header) {
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

const OtherCookie& other(SignInCookie which) { return others[static_cast<std::size_t>(which)]; }

}  // namespace

std::optional<SessionToken> session_cookie_in(std::string_view cookie_header) {
  return cookie_named(session_name, cookie_header);
}

SignInCookies sign_in_cookies_in(std::string_view cookie_header) {
  const auto find = [&](SignInCookie which) { return cookie_named(other(which).name, cookie_header); };
  return {find(SignInCookie::SigningIn), find(SignInCookie::Leaving), find(SignInCookie::Device)};
}

std::string sign_in_cookie(SignInCookie which, const SessionToken& token) {
  return written(other(which).name, token.text(), other(which).seconds);
}

std::string no_sign_in_cookie(SignInCookie which) { return written(other(which).name, "", 0); }

std::string session_cookie(const SessionToken& token, std::int64_t seconds) {
  return written(session_name, token.text(), seconds);
}

std::string no_session_cookie() { return written(session_name, "", 0); }

}  // namespace alongside::server
