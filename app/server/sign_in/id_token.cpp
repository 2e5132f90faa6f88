#include "app/server/sign_in/id_token.hpp"

#include "app/base/base64url.hpp"
#include "app/server/constant_time.hpp"
#include "app/server/digest.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

bool is_id_token_type(std::string_view typ) { return typ.empty() || typ == "JWT" || typ == "jwt"; }

Result<void> check_nonce(const JsonValue& claims, std::string_view nonce) {
  const JsonValue* value = claims.find("nonce");
  const bool same = value != nullptr && value->is(JsonKind::Text) && equal_in_constant_time(value->text, nonce);
  if (!same) return token_refused("it does not answer what this browser asked");
  return {};
}

// Half of the access token's digest: it may be missing here (3.1.3.6), but never be another's.
Result<void> check_access_hash(const JsonValue& claims, std::string_view access_token) {
  const JsonValue* value = claims.find("at_hash");
  if (value == nullptr) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(access_token.data());
  const Sha256 digest = ALONGSIDE_TRY(sha256({bytes, access_token.size()}));
  const std::string wanted = base64url(std::span(digest).first(digest.size() / 2));
  if (!value->is(JsonKind::Text) || value->text != wanted) return token_refused("it belongs to another access token");
  return {};
}

// How somebody was identified ("P2") is not in this token, and nothing here rests on it: who they are to us
// is said by the council's code.
std::string without_identity(std::string_view level) {
  std::string kept;
  for (std::size_t at = 0; at < level.size();) {
    const std::size_t end = std::min(level.find('.', at), level.size());
    const std::string_view part = level.substr(at, end - at);
    if (!part.starts_with('P')) kept.append(kept.empty() ? "" : ".").append(part);
    at = end + 1;
  }
  return kept;
}

Result<void> check_vot(const JsonValue& claims, const std::vector<std::string>& levels) {
  if (levels.empty()) return {};
  const JsonValue* value = claims.find("vot");
  const bool reached =
      value != nullptr && value->is(JsonKind::Text) && std::ranges::any_of(levels, [&](const std::string& level) {
        return value->text == level || value->text == without_identity(level);
      });
  if (!reached) return token_refused("they did not sign in surely enough");
  return {};
}

}  // namespace

Result<Identity> check_id_token(std::string_view token, const KeySet& keys, const IdTokenWanted& wanted) {
  const JsonValue claims = ALONGSIDE_TRY(signed_claims(token, keys, wanted.token, is_id_token_type));
  ALONGSIDE_TRY(check_nonce(claims, wanted.nonce));
  ALONGSIDE_TRY(check_access_hash(claims, wanted.access_token));
  ALONGSIDE_TRY(check_vot(claims, wanted.levels));
  // It would be a logout token, whatever its type says.
  if (claims.find("events") != nullptr) return token_refused("it tells of an event");
  Identity identity;
  identity.subject = ALONGSIDE_TRY(text_claim(claims, "sub"));
  identity.sid = ALONGSIDE_TRY(optional_text(claims, "sid"));
  return identity;
}

}  // namespace alongside::server
