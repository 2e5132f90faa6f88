// BrowserSecret: what one browser is known by while it signs in, in a cookie of its own. What goes to the
// provider and must come back (nonce, PKCE's verifier) is made from it and the attempt's state, so that no
// table holds it, and an answer fits one browser only. Uses SessionToken's 256 random bits.
#pragma once

#include "app/base/result.hpp"
#include "app/server/session/session_token.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

// 43 letters, different for each purpose and each state.
Result<std::string> made_from(const SessionToken& browser, std::string_view purpose, std::string_view state);
// PKCE's S256 (RFC 7636, 4.2).
Result<std::string> code_challenge(std::string_view verifier);

}  // namespace alongside::server
