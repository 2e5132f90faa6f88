// check_id_token: whether a provider says who somebody is, as OpenID Connect Core 3.1.3.7 has it. Pure;
// called for each sign-in once its token is there.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/sign_in/token_claims.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// What is known before the token is looked at.
struct IdTokenWanted {
  TokenWanted token;
  std::string nonce;
  std::string access_token;         // that came with it; empty: none did
  std::vector<std::string> levels;  // "Cl.Cm": how surely they must have signed in (vot); empty: not asked
};

struct Identity {
  std::string subject;  // who they are, to this provider and us
  std::string sid;      // of their session there; empty when it names none
};

// NotFound: its key is not in the set, and might be in a newer one. NotAllowed: it is no good.
Result<Identity> check_id_token(std::string_view token, const KeySet& keys, const IdTokenWanted& wanted);

}  // namespace alongside::server
