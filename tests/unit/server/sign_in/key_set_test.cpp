// A provider's keys and its document: what is taken, and what would weaken or mislead us.
#include "app/server/jose/key_set.hpp"
#include "app/base/base64url.hpp"
#include "app/server/jose/jws.hpp"
#include "app/server/jose/private_key.hpp"
#include "app/server/sign_in/provider_document.hpp"
#include "app/server/sign_in/token_answer.hpp"
#include "tests/unit/server/sign_in/token_forge.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const TokenForge& key_forge() {
  static const TokenForge made;
  return made;
}

std::string set_of(const std::string& keys) { return R"({"keys":[)" + keys + "]}"; }

bool takes(const std::string& json, SignatureAlgorithm algorithm = SignatureAlgorithm::Es256) {
  return KeySet::parse(json, algorithm).ok();
}

std::string document_with(std::string_view name, std::string value) {
  const Members honest{{{"issuer", "\"https://login.northmere.example\""},
                        {"authorization_endpoint", "\"https://login.northmere.example/auth\""},
                        {"token_endpoint", "\"https://login.northmere.example/token\""},
                        {"jwks_uri", "\"https://login.northmere.example/keys\""},
                        {"end_session_endpoint", "\"https://login.northmere.example/end\""},
                        {"id_token_signing_alg_values_supported", "[\"RS256\",\"ES256\"]"},
                        {"code_challenge_methods_supported", "[\"S256\"]"}}};
  return (name.empty() ? honest : honest.with(name, std::move(value))).text();
}

bool takes_document(const std::string& json) {
  return parse_provider_document(json, "https://login.northmere.example", SignatureAlgorithm::Es256).ok();
}

}  // namespace

TEST_CASE("of a provider's keys those for the one signature are taken, each by its name") {
  const std::string both = set_of(key_forge().ec_jwk() + "," + key_forge().rsa_jwk());
  const auto ec = KeySet::parse(both, SignatureAlgorithm::Es256);
  REQUIRE(ec.ok());
  CHECK(ec->size() == 1);
  CHECK(ec->find("ec-1") != nullptr);
  CHECK(ec->find("rsa-1") == nullptr);
  CHECK(ec->find("") != nullptr);
  CHECK(KeySet::parse(both, SignatureAlgorithm::Rs256)->find("rsa-1") != nullptr);
  const auto two =
      KeySet::parse(set_of(key_forge().ec_jwk() + "," + key_forge().stranger_jwk()), SignatureAlgorithm::Es256);
  REQUIRE(two.ok());
  CHECK(two->find("") == nullptr);  // a token that names none of two could be either's
}

TEST_CASE("an RS256 token of an RSA key is good where its issuer signs so") {
  const auto keys = KeySet::parse(set_of(key_forge().rsa_jwk(R"(,"use":"sig","alg":"RS256","key_ops":["verify"])")),
                                  SignatureAlgorithm::Rs256);
  REQUIRE(keys.ok());
  const Members header{{{"alg", "\"RS256\""}, {"kid", "\"rsa-1\""}}};
  const std::string token = key_forge().rsa_token(header, key_forge().claims());
  const auto jws = parse_jws(token, SignatureAlgorithm::Rs256);
  REQUIRE(jws.ok());
  CHECK(verify_jws(jws.value(), keys.value()).ok());
  const auto as_es256 = parse_jws(token, SignatureAlgorithm::Es256);
  CHECK_FALSE(as_es256.ok());
}

TEST_CASE("keys are refused or passed over:") {
  const std::string ec = key_forge().ec_jwk();
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"no set", ec},
      {"a list", "[" + ec + "]"},
      {"an empty set", set_of("")},
      {"keys that are a text", R"({"keys":"none"})"},
      {"for encryption", set_of(key_forge().ec_jwk(R"(,"use":"enc")"))},
      {"a use that is no text", set_of(key_forge().ec_jwk(R"(,"use":["sig"])"))},
      {"of another algorithm", set_of(key_forge().ec_jwk(R"(,"alg":"ES384")"))},
      {"for signing alone", set_of(key_forge().ec_jwk(R"(,"key_ops":["sign"])"))},
      {"a member twice", set_of(key_forge().ec_jwk(R"(,"kty":"EC")"))},
      {"two of one name", set_of(ec + "," + ec)},
      {"a symmetric key", set_of(R"({"kty":"oct","kid":"ec-1","k":"AAAA"})")},
      {"a point that is not on the curve",
       set_of(
           R"({"kty":"EC","crv":"P-256","kid":"e","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"})")},
      {"another curve", set_of(R"({"kty":"EC","crv":"P-384","kid":"e","x":"AA","y":"AA"})")},
      {"a point cut short", set_of(R"({"kty":"EC","crv":"P-256","kid":"e","x":"AAAA","y":"AAAA"})")},
      {"no point", set_of(R"({"kty":"EC","crv":"P-256","kid":"e"})")},
      {"65 keys",
       [&ec] {
         std::string many = ec;
         for (int i = 0; i < 64; ++i) many += R"(,{"kty":"oct"})";
         return set_of(many);
       }()},
      {"more than 256 KB", set_of(key_forge().ec_jwk(",\"more\":\"" + std::string(300'000, 'x') + "\""))},
      {"cut short", set_of(ec).substr(0, 40)},
  };
  for (const auto& [name, json] : cases) {
    SUBCASE(name) { CHECK_FALSE(takes(json)); }
  }
}

TEST_CASE("V11.6.1: RSA keys are refused that are short, or whose exponent signs everything:") {
  const auto rsa = [](const std::string& n, const std::string& e) {
    return set_of(R"({"kty":"RSA","kid":"r","n":")" + n + R"(","e":")" + e + "\"}");
  };
  const std::string good = base64url(Bytes(256, 0xC1)), small = base64url(Bytes(128, 0xC1));
  SUBCASE("1024 bits") { CHECK_FALSE(takes(rsa(small, "AQAB"), SignatureAlgorithm::Rs256)); }
  SUBCASE("an exponent of 1") { CHECK_FALSE(takes(rsa(good, "AQ"), SignatureAlgorithm::Rs256)); }
  SUBCASE("an even exponent") { CHECK_FALSE(takes(rsa(good, "AQAC"), SignatureAlgorithm::Rs256)); }
  SUBCASE("an exponent of zero bytes") { CHECK_FALSE(takes(rsa(good, ""), SignatureAlgorithm::Rs256)); }
  SUBCASE("16,384 bits") { CHECK_FALSE(takes(rsa(base64url(Bytes(2048, 0xC1)), "AQAB"), SignatureAlgorithm::Rs256)); }
  SUBCASE("zeros before the modulus") {
    Bytes padded(256, 0xC1);
    padded[0] = 0;
    CHECK_FALSE(takes(rsa(base64url(padded), "AQAB"), SignatureAlgorithm::Rs256));
  }
}

TEST_CASE("our own key must fit the algorithm, and signs what its public half takes") {
  CHECK(PrivateKey::from_pem(key_forge().ec_private_pem(), SignatureAlgorithm::Es256).ok());
  CHECK(PrivateKey::from_pem(key_forge().rsa_private_pem(), SignatureAlgorithm::Rs256).ok());
  CHECK_FALSE(PrivateKey::from_pem(key_forge().rsa_private_pem(), SignatureAlgorithm::Es256).ok());
  CHECK_FALSE(PrivateKey::from_pem(key_forge().ec_private_pem(), SignatureAlgorithm::Rs256).ok());
  CHECK_FALSE(PrivateKey::from_pem(key_forge().ec_pem(), SignatureAlgorithm::Es256).ok());
  CHECK_FALSE(PrivateKey::from_pem("", SignatureAlgorithm::Es256).ok());
  const auto key = PrivateKey::from_pem(key_forge().ec_private_pem(), SignatureAlgorithm::Es256);
  const auto token = sign_jws(R"({"iss":"alongside"})", key.value(), "ec-1");
  REQUIRE(token.ok());
  const auto jws = parse_jws(token.value(), SignatureAlgorithm::Es256);
  REQUIRE(jws.ok());
  CHECK(verify_jws(jws.value(), key_forge().keys()).ok());
}

TEST_CASE("V10.5.3: a provider's document is taken, and refused when it leads elsewhere:") {
  CHECK(takes_document(document_with("", "")));
  CHECK(takes_document(document_with("token_endpoint", "\"http://127.0.0.1:4000/token\"")));
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"of another issuer", document_with("issuer", "\"https://evil.example\"")},
      {"of an issuer with a slash more", document_with("issuer", "\"https://login.northmere.example/\"")},
      {"of no issuer", document_with("issuer", "null")},
      {"keys without encryption", document_with("jwks_uri", "\"http://login.northmere.example/keys\"")},
      {"keys in a file", document_with("jwks_uri", "\"file:///etc/passwd\"")},
      {"tokens without encryption", document_with("token_endpoint", "\"http://login.northmere.example/token\"")},
      {"a host that only looks like this machine",
       document_with("token_endpoint", "\"http://127.0.0.1.evil.example/t\"")},
      {"a name and password in an address",
       document_with("token_endpoint", "\"https://a:b@login.northmere.example/t\"")},
      {"a script as an address", document_with("authorization_endpoint", "\"javascript:alert(1)\"")},
      {"a line end in an address",
       document_with("authorization_endpoint", "\"https://login.northmere.example/a\\r\\nSet-Cookie: x\"")},
      {"no authorization endpoint", document_with("authorization_endpoint", "null")},
      {"a bad place to sign out", document_with("end_session_endpoint", "\"http://evil.example/\"")},
      {"signatures of another kind", document_with("id_token_signing_alg_values_supported", "[\"RS256\"]")},
      {"no PKCE with S256", document_with("code_challenge_methods_supported", "[\"plain\"]")},
      {"a member twice", R"({"issuer":"https://login.northmere.example","issuer":"https://login.northmere.example"})"},
      {"a list", "[]"},
      {"more than 128 KB", document_with("more", json_quoted(std::string(140'000, 'x')))},
  };
  for (const auto& [name, json] : cases) {
    SUBCASE(name) { CHECK_FALSE(takes_document(json)); }
  }
}

TEST_CASE("an answer to a code is taken, and refused when it is none:") {
  const std::string good = R"({"id_token":"a.b.c","access_token":"x","token_type":"bearer","expires_in":3600})";
  CHECK(read_token_answer({200, "application/json; charset=utf-8", good}).ok());
  CHECK(read_token_answer({400, "application/json", R"({"error":"invalid_grant"})"}).error().code ==
        ErrorCode::NotAllowed);
  const std::vector<std::pair<const char*, WebAnswer>> cases = {
      {"an error", {500, "application/json", good}},
      {"a page", {200, "text/html", good}},
      {"no type", {200, "", good}},
      {"no ID token", {200, "application/json", R"({"access_token":"x","token_type":"Bearer"})"}},
      {"an ID token that is no text",
       {200, "application/json", R"({"id_token":{},"access_token":"x","token_type":"Bearer"})"}},
      {"no access token", {200, "application/json", R"({"id_token":"a.b.c","token_type":"Bearer"})"}},
      {"another kind of token",
       {200, "application/json", R"({"id_token":"a.b.c","access_token":"x","token_type":"mac"})"}},
      {"an ID token twice",
       {200, "application/json",
        R"({"id_token":"a.b.c","id_token":"d.e.f","access_token":"x","token_type":"Bearer"})"}},
      {"cut short", {200, "application/json", good.substr(0, 30)}},
      {"no content", {204, "", ""}},
  };
  for (const auto& [name, answer] : cases) {
    SUBCASE(name) { CHECK_FALSE(read_token_answer(answer).ok()); }
  }
}
