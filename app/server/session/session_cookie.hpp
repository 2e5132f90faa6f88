// The session's cookie, and those of a browser that signs in or out: read out of a Cookie header, and written
// as Set-Cookie values. The only file that knows their names and their flags. Called by the exchange, the site,
// the session routes and signing in.
#pragma once

#include "app/server/session/session_token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

// Nothing when there is no such cookie, or two: whoever could add a second one must not choose.
std::optional<SessionToken> session_cookie_in(std::string_view cookie_header);

// What a browser brings beside its session: each is there for a while only.
struct SignInCookies {
  std::optional<SessionToken> signing_in;  // binds an attempt, and who waits for a code, to this browser
  std::optional<SessionToken> leaving;     // binds a signing out at the provider
  std::optional<SessionToken> device;      // somebody has signed in here before
};
SignInCookies sign_in_cookies_in(std::string_view cookie_header);

enum class SignInCookie : std::uint8_t { SigningIn, Leaving, Device };
std::string sign_in_cookie(SignInCookie which, const SessionToken& token);
std::string no_sign_in_cookie(SignInCookie which);  // takes it away

std::string session_cookie(const SessionToken& token, std::int64_t seconds);
std::string no_session_cookie();  // takes it away

}  // namespace alongside::server
