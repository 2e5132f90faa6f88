#include "app/server/sign_in/logout_token.hpp"

#include "app/server/jose/jws.hpp"
#include "app/server/sign_in/token_claims.hpp"

namespace alongside::server {

namespace {

constexpr std::string_view logout_event = "http://schemas.openid.net/event/backchannel-logout";

bool is_logout_type(std::string_view typ) {
  return typ.empty() || typ == "JWT" || typ == "logout+jwt" || typ == "application/logout+jwt";
}

bool tells_of_logout(const JsonValue& claims) {
  const JsonValue* events = claims.find("events");
  if (events == nullptr || !events->is(JsonKind::Object)) return false;
  const JsonValue* event = events->find(logout_event);
  return event != nullptr && event->is(JsonKind::Object);
}

Result<std::string> optional_text(const JsonValue& claims, std::string_view name) {
  if (claims.find(name) == nullptr) return std::string();
  return text_claim(claims, name);
}

}  // namespace

Result<Logout> check_logout_token(std::string_view token, const KeySet& keys, const LogoutWanted& wanted) {
  const Jws jws = ALONGSIDE_TRY(parse_jws(token, wanted.algorithm));
  if (!is_logout_type(jws.typ)) return token_refused("it is a token for something else");
  ALONGSIDE_TRY(check_issuer(jws.claims, wanted.issuer));
  ALONGSIDE_TRY(check_audience(jws.claims, wanted.client_id));
  ALONGSIDE_TRY(verify_jws(jws, keys));
  ALONGSIDE_TRY(check_times(jws.claims, wanted.now_seconds));
  if (!tells_of_logout(jws.claims)) return token_refused("it tells of no logout");
  // An ID token, which any site may hold that the same person signed in to, must never sign them out here.
  if (jws.claims.find("nonce") != nullptr) return token_refused("it has a nonce, as only ID tokens have");
  Logout logout;
  logout.id = ALONGSIDE_TRY(text_claim(jws.claims, "jti"));
  logout.ends_seconds = ALONGSIDE_TRY(time_claim(jws.claims, "exp"));
  logout.subject = ALONGSIDE_TRY(optional_text(jws.claims, "sub"));
  logout.sid = ALONGSIDE_TRY(optional_text(jws.claims, "sid"));
  if (logout.subject.empty() && logout.sid.empty()) return token_refused("it does not say who signed out");
  return logout;
}

}  // namespace alongside::server
