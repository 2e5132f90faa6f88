// What every token of a provider has to say, whatever else is in it: whose it is, whom it is for and when it
// counts. Pure; used for ID tokens and logout tokens. All refusals are NotAllowed, in words for the log
// that hold nothing of the token.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/signature_algorithm.hpp"
#include "app/server/json_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

class KeySet;

// Clocks of a provider and a council may differ by as much.
inline constexpr std::int64_t clock_difference_seconds = 60;
// A token is fetched as soon as it was made, and a logout told at once.
inline constexpr std::int64_t longest_age_seconds = 600;

Error token_refused(std::string_view why);

// A text of 1 to 255 bytes, as OIDC has it for `sub`; anything else is refused.
Result<std::string> text_claim(const JsonValue& claims, std::string_view name);
// Empty when it is not there.
Result<std::string> optional_text(const JsonValue& claims, std::string_view name);
// Whole seconds since 1970.
Result<std::int64_t> time_claim(const JsonValue& claims, std::string_view name);

// What is known of any token before it is looked at.
struct TokenWanted {
  std::string issuer;
  std::string client_id;
  SignatureAlgorithm algorithm = SignatureAlgorithm::Es256;
  std::int64_t now_seconds = 0;
};

// What a token says once its type, issuer, audience (us, and nobody else: another could take it from its holder to
// us), signature and times (exp, iat and, if it is there, nbf) have been found good. NotFound: its key is not in
// the set, and might be in a newer one. NotAllowed: it is no good.
using IsTokenType = bool (*)(std::string_view typ);
Result<JsonValue> signed_claims(std::string_view token, const KeySet& keys, const TokenWanted& wanted,
                                IsTokenType is_type);

}  // namespace alongside::server
