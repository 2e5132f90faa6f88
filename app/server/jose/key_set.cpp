#include "app/server/jose/key_set.hpp"

#include "app/server/json_reader.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::string_view kty_for(SignatureAlgorithm algorithm) {
  return algorithm == SignatureAlgorithm::Es256 ? "EC" : "RSA";
}

bool jwk_says(const JsonValue& jwk, std::string_view name, std::string_view wanted) {
  const JsonValue* value = jwk.find(name);
  return value == nullptr || (value->is(JsonKind::Text) && value->text == wanted);
}

bool may_verify(const JsonValue& jwk) {
  const JsonValue* uses = jwk.find("key_ops");
  if (uses == nullptr) return true;
  return uses->is(JsonKind::Array) && std::ranges::any_of(uses->items, [](const JsonValue& use) {
           return use.is(JsonKind::Text) && use.text == "verify";
         });
}

bool is_meant_for(const JsonValue& jwk, SignatureAlgorithm algorithm) {
  return jwk.is(JsonKind::Object) && jwk.text_at("kty") == kty_for(algorithm) && jwk_says(jwk, "use", "sig") &&
         jwk_says(jwk, "alg", name_of(algorithm)) && may_verify(jwk);
}

Error bad_set(std::string_view why) { return {ErrorCode::InvalidInput, "the provider's keys: " + std::string(why)}; }

}  // namespace

Result<KeySet> KeySet::parse(std::string_view json, SignatureAlgorithm algorithm) {
  const JsonValue file = ALONGSIDE_TRY(read_json(json, {most_bytes, 8}));
  const JsonValue* keys = file.find("keys");
  if (keys == nullptr || !keys->is(JsonKind::Array)) return bad_set("this is no set of keys");
  if (keys->items.size() > most_keys) return bad_set("there are too many");
  KeySet set;
  for (const JsonValue& jwk : keys->items) {
    if (!is_meant_for(jwk, algorithm)) continue;
    auto key = PublicKey::from_jwk(jwk, algorithm);
    if (!key) continue;  // one bad key must not lock out everybody who signs in with another
    std::string kid(jwk.text_at("kid"));
    if (set.find(kid) != nullptr && !kid.empty()) return bad_set("two have one name");
    set.keys_.push_back({std::move(kid), std::move(key).value()});
  }
  if (set.keys_.empty()) return bad_set("none is for " + std::string(name_of(algorithm)));
  return set;
}

const PublicKey* KeySet::find(std::string_view kid) const {
  if (kid.empty()) return keys_.size() == 1 ? &keys_.front().key : nullptr;
  const auto found = std::ranges::find(keys_, kid, &Named::kid);
  return found == keys_.end() ? nullptr : &found->key;
}

}  // namespace alongside::server
