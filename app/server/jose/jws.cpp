#include "app/server/jose/jws.hpp"

#include "app/base/base64url.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/jose/private_key.hpp"
#include "app/server/json_tree.hpp"

#include <array>
#include <optional>

namespace alongside::server {

namespace {

constexpr std::size_t most_kid_bytes = 256;

// A key that comes with the token is its sender's. Compressed, nested and unencoded tokens are not signed
// by any provider that we speak to; and `crit` says that something must be understood which we do not.
constexpr std::array<std::string_view, 9> unwelcome = {"jku", "x5u", "jwk", "x5c", "crit", "b64", "zip", "enc", "cty"};

Error jws_refused(std::string_view why) { return {ErrorCode::NotAllowed, "the token: " + std::string(why)}; }

std::optional<std::string_view> jws_part(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  if (dot == rest.npos) return std::nullopt;
  const std::string_view part = rest.substr(0, dot);
  rest.remove_prefix(dot + 1);
  return part;
}

Result<JsonValue> json_in(std::string_view part) {
  const auto bytes = base64url_bytes(part);
  if (!bytes) return jws_refused("it is not written in base64url");
  const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  auto json = read_json(text, {Jws::most_bytes, 8});
  if (!json || !json->is(JsonKind::Object)) return jws_refused("it holds no JSON object");
  return std::move(json).value();
}

// A text, or nothing; a number of that name is neither.
Result<std::string> header_text(const JsonValue& header, std::string_view name) {
  const JsonValue* value = header.find(name);
  if (value == nullptr) return std::string();
  if (!value->is(JsonKind::Text) || value->text.empty() || value->text.size() > most_kid_bytes) {
    return jws_refused("its header has no good \"" + std::string(name) + "\"");
  }
  return value->text;
}

Result<void> check_header(const JsonValue& header, SignatureAlgorithm algorithm) {
  if (header.text_at("alg") != name_of(algorithm)) return jws_refused("it is not signed as its issuer signs");
  for (const std::string_view name : unwelcome) {
    if (header.find(name) != nullptr) return jws_refused("its header has \"" + std::string(name) + "\"");
  }
  return {};
}

}  // namespace

Result<Jws> parse_jws(std::string_view text, SignatureAlgorithm algorithm) {
  if (text.size() > Jws::most_bytes) return jws_refused("it is too long");
  std::string_view rest = text;
  const auto header_part = jws_part(rest);
  const auto claims_part = jws_part(rest);
  if (!header_part || !claims_part || rest.find('.') != rest.npos) return jws_refused("it has not three parts");
  const JsonValue header = ALONGSIDE_TRY(json_in(*header_part));
  ALONGSIDE_TRY(check_header(header, algorithm));
  Jws jws;
  jws.kid = ALONGSIDE_TRY(header_text(header, "kid"));
  jws.typ = ALONGSIDE_TRY(header_text(header, "typ"));
  jws.claims = ALONGSIDE_TRY(json_in(*claims_part));
  jws.signing_input = text.substr(0, header_part->size() + 1 + claims_part->size());
  auto signature = base64url_bytes(rest);
  if (!signature || signature->empty()) return jws_refused("it is not signed");
  jws.signature = std::move(*signature);
  return jws;
}

Result<void> verify_jws(const Jws& jws, const KeySet& keys) {
  const PublicKey* key = keys.find(jws.kid);
  if (key == nullptr) return Error{ErrorCode::NotFound, "the token: its issuer has no such key"};
  if (!key->signed_this(jws.signing_input, jws.signature)) return jws_refused("its signature is not its issuer's");
  return {};
}

Result<std::string> sign_jws(std::string_view claims, const PrivateKey& key, std::string_view kid) {
  std::string header = R"({"alg":")" + std::string(name_of(key.algorithm())) + R"(","typ":"JWT")";
  if (!kid.empty()) header += R"(,"kid":)" + write_json(json_words(kid));
  header += "}";
  const auto encoded = [](std::string_view text) {
    return base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  };
  const std::string input = encoded(header) + "." + encoded(claims);
  return input + "." + base64url(ALONGSIDE_TRY(key.sign(input)));
}

}  // namespace alongside::server
