#include "app/server/sign_in/token_claims.hpp"

#include "app/server/jose/jws.hpp"

#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t most_text_bytes = 255;

std::string quoted(std::string_view name) { return "its \"" + std::string(name) + "\""; }

bool is_text(const JsonValue& value, std::string_view wanted) {
  return value.is(JsonKind::Text) && value.text == wanted;
}

}  // namespace

Error token_refused(std::string_view why) { return {ErrorCode::NotAllowed, "the token: " + std::string(why)}; }

Result<std::string> text_claim(const JsonValue& claims, std::string_view name) {
  const JsonValue* value = claims.find(name);
  if (value == nullptr || !value->is(JsonKind::Text) || value->text.empty() || value->text.size() > most_text_bytes) {
    return token_refused(quoted(name) + " is no text of 1 to 255 letters");
  }
  return value->text;
}

Result<std::string> optional_text(const JsonValue& claims, std::string_view name) {
  if (claims.find(name) == nullptr) return std::string();
  return text_claim(claims, name);
}

Result<std::int64_t> time_claim(const JsonValue& claims, std::string_view name) {
  const JsonValue* value = claims.find(name);
  if (value == nullptr || !value->is(JsonKind::Integer)) return token_refused(quoted(name) + " is no time");
  constexpr std::int64_t year_3000 = 32'503'680'000;  // more would be milliseconds
  if (value->integer <= 0 || value->integer >= year_3000) return token_refused(quoted(name) + " is no time of ours");
  return value->integer;
}

namespace {

Result<void> check_issuer(const JsonValue& claims, std::string_view issuer) {
  const JsonValue* value = claims.find("iss");
  if (value == nullptr || !is_text(*value, issuer)) return token_refused("another issuer made it");
  return {};
}

Result<void> check_audience(const JsonValue& claims, std::string_view client_id) {
  const JsonValue* audience = claims.find("aud");
  const bool alone = audience != nullptr && is_text(*audience, client_id);
  const bool in_list = audience != nullptr && audience->is(JsonKind::Array) && audience->items.size() == 1 &&
                       is_text(audience->items.front(), client_id);
  if (!alone && !in_list) return token_refused("it is not for us alone");
  const JsonValue* party = claims.find("azp");
  if (party != nullptr && !is_text(*party, client_id)) return token_refused("it was given to somebody else");
  return {};
}

Result<void> check_times(const JsonValue& claims, std::int64_t now_seconds) {
  const std::int64_t ends = ALONGSIDE_TRY(time_claim(claims, "exp"));
  const std::int64_t made = ALONGSIDE_TRY(time_claim(claims, "iat"));
  if (ends <= now_seconds - clock_difference_seconds) return token_refused("it is over");
  if (made > now_seconds + clock_difference_seconds) return token_refused("it was made later than now");
  if (made < now_seconds - longest_age_seconds) return token_refused("it was made too long ago");
  if (ends <= made) return token_refused("it ends before it begins");
  if (claims.find("nbf") == nullptr) return {};
  const std::int64_t begins = ALONGSIDE_TRY(time_claim(claims, "nbf"));
  if (begins > now_seconds + clock_difference_seconds) return token_refused("it does not count yet");
  return {};
}

}  // namespace

Result<JsonValue> signed_claims(std::string_view token, const KeySet& keys, const TokenWanted& wanted,
                                IsTokenType is_type) {
  Jws jws = ALONGSIDE_TRY(parse_jws(token, wanted.algorithm));
  if (!is_type(jws.typ)) return token_refused("it is a token for something else");
  ALONGSIDE_TRY(check_issuer(jws.claims, wanted.issuer));
  ALONGSIDE_TRY(check_audience(jws.claims, wanted.client_id));
  ALONGSIDE_TRY(verify_jws(jws, keys));
  ALONGSIDE_TRY(check_times(jws.claims, wanted.now_seconds));
  return std::move(jws.claims);
}

}  // namespace alongside::server
