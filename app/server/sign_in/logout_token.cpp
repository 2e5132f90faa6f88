#include "app/server/sign_in/logout_token.hpp"

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

}  // namespace

Result<Logout> check_logout_token(std::string_view token, const KeySet& keys, const TokenWanted& wanted) {
  const JsonValue claims = ALONGSIDE_TRY(signed_claims(token, keys, wanted, is_logout_type));
  if (!tells_of_logout(claims)) return token_refused("it tells of no logout");
  // An ID token, which any site may hold that the same person signed in to, must never sign them out here.
  if (claims.find("nonce") != nullptr) return token_refused("it has a nonce, as only ID tokens have");
  Logout logout;
  logout.id = ALONGSIDE_TRY(text_claim(claims, "jti"));
  logout.ends_seconds = ALONGSIDE_TRY(time_claim(claims, "exp"));
  logout.subject = ALONGSIDE_TRY(optional_text(claims, "sub"));
  logout.sid = ALONGSIDE_TRY(optional_text(claims, "sid"));
  if (logout.subject.empty() && logout.sid.empty()) return token_refused("it does not say who signed out");
  return logout;
}

}  // namespace alongside::server
