// check_logout_token: whether a provider says that somebody signed out there (OpenID Connect Back-Channel
// Logout 1.0, 2.6). Pure; whether it was told before is asked of the table of logouts.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/sign_in/token_claims.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

struct Logout {
  std::string id;                 // jti: told once
  std::int64_t ends_seconds = 0;  // after which it would be refused anyway
  std::string subject;            // of the two at least one
  std::string sid;
};

Result<Logout> check_logout_token(std::string_view token, const KeySet& keys, const TokenWanted& wanted);

}  // namespace alongside::server
