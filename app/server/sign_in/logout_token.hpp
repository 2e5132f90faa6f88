// check_logout_token: whether a provider says that somebody signed out there (OpenID Connect Back-Channel
// Logout 1.0, 2.6). Pure; whether it was told before is asked of the table of logouts.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/jose/signature_algorithm.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

struct LogoutWanted {
  std::string issuer;
  std::string client_id;
  SignatureAlgorithm algorithm = SignatureAlgorithm::Es256;
  std::int64_t now_seconds = 0;
};

struct Logout {
  std::string id;                 // jti: told once
  std::int64_t ends_seconds = 0;  // after which it would be refused anyway
  std::string subject;            // of the two at least one
  std::string sid;
};

Result<Logout> check_logout_token(std::string_view token, const KeySet& keys, const LogoutWanted& wanted);

}  // namespace alongside::server
