#include "tests/unit/server/sign_in/token_forge.hpp"

#include "app/base/base64url.hpp"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <algorithm>

namespace alongside::testing {

namespace {

Bytes der_signature(EVP_PKEY* key, const std::string& input) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const auto* bytes = reinterpret_cast<const unsigned char*>(input.data());
  std::size_t length = 0;
  EVP_DigestSignInit_ex(context, nullptr, "SHA256", nullptr, nullptr, key, nullptr);
  EVP_DigestSign(context, nullptr, &length, bytes, input.size());
  Bytes signature(length);
  EVP_DigestSign(context, signature.data(), &length, bytes, input.size());
  signature.resize(length);
  EVP_MD_CTX_free(context);
  return signature;
}

Bytes two_numbers(const Bytes& der) {
  const unsigned char* in = der.data();
  ECDSA_SIG* parts = d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(der.size()));
  Bytes both(64);
  BN_bn2binpad(ECDSA_SIG_get0_r(parts), both.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(parts), both.data() + 32, 32);
  ECDSA_SIG_free(parts);
  return both;
}

std::string number_of(EVP_PKEY* key, const char* name, int width) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  Bytes bytes(static_cast<std::size_t>(width > 0 ? width : BN_num_bytes(number)));
  BN_bn2binpad(number, bytes.data(), static_cast<int>(bytes.size()));
  BN_free(number);
  return base64url(bytes);
}

std::string ec_jwk_of(EVP_PKEY* key, std::string_view kid, std::string_view more) {
  return R"({"kty":"EC","crv":"P-256","kid":")" + std::string(kid) + R"(","x":")" +
         number_of(key, OSSL_PKEY_PARAM_EC_PUB_X, 32) + R"(","y":")" + number_of(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32) +
         "\"" + std::string(more) + "}";
}

template <class Write>
std::string pem_by(Write write) {
  BIO* memory = BIO_new(BIO_s_mem());
  write(memory);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory, &text);
  std::string pem(text, static_cast<std::size_t>(size));
  BIO_free(memory);
  return pem;
}

std::string private_pem(EVP_PKEY* key) {
  return pem_by([key](BIO* out) { PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

}  // namespace

std::string encoded(std::string_view text) {
  return base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::string json_quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

Members Members::with(std::string_view name, std::string value) const {
  Members changed = *this;
  const auto found = std::ranges::find(changed.all, name, &std::pair<std::string, std::string>::first);
  if (found == changed.all.end()) return twice(name, std::move(value));
  found->second = std::move(value);
  return changed;
}

Members Members::without(std::string_view name) const {
  Members changed = *this;
  std::erase_if(changed.all, [&](const auto& member) { return member.first == name; });
  return changed;
}

Members Members::twice(std::string_view name, std::string value) const {
  Members changed = *this;
  changed.all.emplace_back(name, std::move(value));
  return changed;
}

std::string Members::text() const {
  std::string json = "{";
  for (const auto& [name, value] : all) json += (json.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
  return json + "}";
}

TokenForge::TokenForge()
    : ec_(EVP_EC_gen("P-256"), EVP_PKEY_free),
      rsa_(EVP_RSA_gen(2048), EVP_PKEY_free),
      stranger_(EVP_EC_gen("P-256"), EVP_PKEY_free) {}

Members TokenForge::header() const { return {{{"alg", "\"ES256\""}, {"kid", "\"ec-1\""}, {"typ", "\"JWT\""}}}; }

Members TokenForge::claims() const {
  return {{{"iss", json_quoted(forged_issuer)},
           {"sub", "\"family-17\""},
           {"aud", json_quoted(forged_client)},
           {"exp", std::to_string(now_seconds + 120)},
           {"iat", std::to_string(now_seconds - 1)},
           {"nonce", "\"asked-by-this-browser\""},
           {"sid", "\"there-1\""}}};
}

Members TokenForge::logout_claims() const {
  return {{{"iss", json_quoted(forged_issuer)},
           {"sub", "\"family-17\""},
           {"aud", json_quoted(forged_client)},
           {"exp", std::to_string(now_seconds + 120)},
           {"iat", std::to_string(now_seconds - 1)},
           {"jti", "\"logout-1\""},
           {"sid", "\"there-1\""},
           {"events", R"({"http://schemas.openid.net/event/backchannel-logout":{}})"}}};
}

std::string TokenForge::signed_with(const Key& key, const std::string& input) const {
  Bytes signature = der_signature(key.get(), input);
  if (EVP_PKEY_is_a(key.get(), "EC") == 1) signature = two_numbers(signature);
  return input + "." + base64url(signature);
}

std::string TokenForge::token(const Members& header, const Members& claims) const {
  return raw_token(header.text(), claims.text());
}

std::string TokenForge::raw_token(std::string_view header, std::string_view claims) const {
  return signed_with(ec_, encoded(header) + "." + encoded(claims));
}

std::string TokenForge::rsa_token(const Members& header, const Members& claims) const {
  return signed_with(rsa_, encoded(header.text()) + "." + encoded(claims.text()));
}

std::string TokenForge::stranger_token(const Members& header, const Members& claims) const {
  return signed_with(stranger_, encoded(header.text()) + "." + encoded(claims.text()));
}

std::string TokenForge::hmac_token(const Members& header, const Members& claims, std::string_view key) const {
  const std::string input = encoded(header.text()) + "." + encoded(claims.text());
  Bytes signature(32);
  unsigned length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(input.data()),
       input.size(), signature.data(), &length);
  return input + "." + base64url(signature);
}

std::string TokenForge::ec_jwk(std::string_view more) const { return ec_jwk_of(ec_.get(), "ec-1", more); }
std::string TokenForge::stranger_jwk() const { return ec_jwk_of(stranger_.get(), "stranger", ""); }

std::string TokenForge::rsa_jwk(std::string_view more) const {
  return R"({"kty":"RSA","kid":"rsa-1","n":")" + number_of(rsa_.get(), OSSL_PKEY_PARAM_RSA_N, 0) + R"(","e":")" +
         number_of(rsa_.get(), OSSL_PKEY_PARAM_RSA_E, 0) + "\"" + std::string(more) + "}";
}

std::string TokenForge::ec_pem() const {
  return pem_by([this](BIO* out) { PEM_write_bio_PUBKEY(out, ec_.get()); });
}
std::string TokenForge::ec_private_pem() const { return private_pem(ec_.get()); }
std::string TokenForge::rsa_private_pem() const { return private_pem(rsa_.get()); }

server::KeySet TokenForge::keys() const {
  return server::KeySet::parse(R"({"keys":[)" + ec_jwk() + "]}", server::SignatureAlgorithm::Es256).value();
}

}  // namespace alongside::testing
