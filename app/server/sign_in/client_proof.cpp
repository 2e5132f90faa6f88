#include "app/server/sign_in/client_proof.hpp"

#include "app/base/base64url.hpp"
#include "app/base/chance.hpp"
#include "app/server/jose/jws.hpp"
#include "app/server/json_tree.hpp"
#include "app/server/query.hpp"

#include <algorithm>
#include <array>

namespace alongside::server {

namespace {

constexpr std::int64_t proof_lasts_seconds = 120;

// Base64 with the usual two letters and its padding, as Basic wants it.
std::string padded_base64(std::string_view text) {
  std::string encoded = base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  std::ranges::replace(encoded, '-', '+');
  std::ranges::replace(encoded, '_', '/');
  encoded.append((4 - encoded.size() % 4) % 4, '=');
  return encoded;
}

Result<std::string> client_assertion(const ProviderConfig& provider, const PrivateKey& key,
                                     const CodeExchange& exchange, Chance& chance) {
  std::array<std::uint8_t, 16> id{};
  chance.fill(id);
  JsonValue claims = json_object();
  put_member(claims, "iss", json_words(provider.client_id));
  put_member(claims, "sub", json_words(provider.client_id));
  put_member(claims, "aud", json_words(exchange.token_endpoint));
  put_member(claims, "jti", json_words(base64url(id)));
  put_member(claims, "iat", json_whole(exchange.now_seconds));
  put_member(claims, "exp", json_whole(exchange.now_seconds + proof_lasts_seconds));
  return sign_jws(write_json(claims), key, provider.key_id);
}

}  // namespace

Result<WebQuestion> token_question(const ProviderConfig& provider, const ProviderSecret& secret,
                                   const CodeExchange& exchange, Chance& chance) {
  WebQuestion question;
  question.address = exchange.token_endpoint;
  const auto add = [&question](std::string_view name, std::string_view value) {
    if (!question.form.empty()) question.form += '&';
    question.form.append(name).append("=").append(percent_encode(value));
  };
  add("grant_type", "authorization_code");
  add("code", exchange.code);
  add("redirect_uri", exchange.return_address);
  add("code_verifier", exchange.verifier);
  if (provider.proof == ClientProof::Secret) {
    question.authorization =
        "Basic " + padded_base64(percent_encode(provider.client_id) + ":" + percent_encode(secret.secret));
    return question;
  }
  if (!secret.key) return Error{ErrorCode::Internal, "there is no key for " + provider.id};
  add("client_id", provider.client_id);
  add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  add("client_assertion", ALONGSIDE_TRY(client_assertion(provider, *secret.key, exchange, chance)));
  return question;
}

}  // namespace alongside::server
