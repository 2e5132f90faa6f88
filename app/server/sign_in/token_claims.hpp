// What every token of a provider has to say, whatever else is in it: whose it is, whom it is for and when it
// counts. Pure; used for ID tokens and logout tokens. All refusals are NotAllowed, in words for the log
// that hold nothing of the token.
#pragma once

#include "app/base/result.hpp"
#include "app/server/json_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

// Clocks of a provider and a council may differ by as much.
inline constexpr std::int64_t clock_difference_seconds = 60;
// A token is fetched as soon as it was made, and a logout told at once.
inline constexpr std::int64_t longest_age_seconds = 600;

Error token_refused(std::string_view why);

// A text of 1 to 255 bytes, as OIDC has it for `sub`; anything else is refused.
Result<std::string> text_claim(const JsonValue& claims, std::string_view name);
// Whole seconds since 1970.
Result<std::int64_t> time_claim(const JsonValue& claims, std::string_view name);

Result<void> check_issuer(const JsonValue& claims, std::string_view issuer);
// For us, and for nobody else: another audience could take the token from its holder to us.
Result<void> check_audience(const JsonValue& claims, std::string_view client_id);
// exp, iat and, if it is there, nbf.
Result<void> check_times(const JsonValue& claims, std::int64_t now_seconds);

}  // namespace alongside::server
