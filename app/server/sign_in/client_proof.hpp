// How we prove to a provider that we are we, when a code is exchanged: private_key_jwt (RFC 7523) or
// client_secret_basic (RFC 6749, 2.3.1). Pure but for the jti's chance.
#pragma once

#include "app/base/result.hpp"
#include "app/server/fetch/web_fetch.hpp"
#include "app/server/sign_in/sign_in_config.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {
class Chance;
}

namespace alongside::server {

struct CodeExchange {
  std::string token_endpoint;
  std::string code;
  std::string verifier;  // of PKCE
  std::string return_address;
  std::int64_t now_seconds = 0;
};

// The whole question for the token endpoint.
Result<WebQuestion> token_question(const ProviderConfig& provider, const ProviderSecret& secret,
                                   const CodeExchange& exchange, Chance& chance);

}  // namespace alongside::server
