// The session's cookie: read out of a Cookie header, and written as a Set-Cookie value. The only
// file that knows its name and its flags. Called by the exchange, the site and the session routes.
#pragma once

#include "app/server/session/session_token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

// Nothing when there is no such cookie, or two: whoever could add a second one must not choose.
std::optional<SessionToken> session_cookie_in(std::string_view cookie_header);

std::string session_cookie(const SessionToken& token, std::int64_t seconds);
std::string no_session_cookie();  // takes it away

}  // namespace alongside::server
