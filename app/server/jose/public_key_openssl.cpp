#include "app/server/jose/public_key.hpp"

#include "app/base/base64url.hpp"
#include "app/server/jose/handles_openssl.hpp"
#include "app/server/json_reader.hpp"

#include <openssl/core_names.h>

namespace alongside::server {

namespace {

constexpr std::size_t least_rsa_bytes = 256;
constexpr std::size_t most_rsa_bytes = 1024;
constexpr std::size_t most_exponent_bytes = 8;

Error unusable_key(std::string_view why) {
  return {ErrorCode::InvalidInput, "a key of the provider: " + std::string(why)};
}

// A number of a JWK: big-endian, base64url, without zeros before it.
Result<Bytes> jwk_number(const JsonValue& jwk, std::string_view name) {
  const auto bytes = base64url_bytes(jwk.text_at(name));
  if (!bytes || bytes->empty()) return unusable_key("its \"" + std::string(name) + "\" is no number");
  return *bytes;
}

BigNumber number_of(const Bytes& bytes) {
  return BigNumber(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

Result<std::shared_ptr<EVP_PKEY>> key_from(const char* type, OSSL_PARAM* parameters) {
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  EVP_PKEY* made = nullptr;
  const bool good = context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                    EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters) == 1;
  std::shared_ptr<EVP_PKEY> key(made, EVP_PKEY_free);
  if (!good) return unusable_key("it is none");
  // Also that an EC point lies on the curve.
  const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  if (!check || EVP_PKEY_public_check(check.get()) != 1) return unusable_key("it is a bad one");
  return key;
}

Result<std::shared_ptr<EVP_PKEY>> ec_key(const JsonValue& jwk) {
  if (jwk.text_at("kty") != "EC" || jwk.text_at("crv") != "P-256") return unusable_key("it is not for ES256");
  Bytes point = {4};  // uncompressed: x and y follow
  for (const std::string_view name : {"x", "y"}) {
    const Bytes half = ALONGSIDE_TRY(jwk_number(jwk, name));
    if (half.size() != p256_bytes) return unusable_key("its point has the wrong length");
    point.insert(point.end(), half.begin(), half.end());
  }
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  const bool good =
      builder && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1 &&
      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) == 1;
  const Parameters parameters(good ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
  if (!parameters) return unusable_key("there is no memory for it");
  return key_from("EC", parameters.get());
}

Result<std::shared_ptr<EVP_PKEY>> rsa_key(const JsonValue& jwk) {
  if (jwk.text_at("kty") != "RSA") return unusable_key("it is not for RS256");
  const Bytes modulus = ALONGSIDE_TRY(jwk_number(jwk, "n"));
  const Bytes exponent = ALONGSIDE_TRY(jwk_number(jwk, "e"));
  if (modulus.size() < least_rsa_bytes || modulus.front() == 0) return unusable_key("it is too short");
  if (modulus.size() > most_rsa_bytes || exponent.size() > most_exponent_bytes) return unusable_key("it is too long");
  const BigNumber n = number_of(modulus), e = number_of(exponent);
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  const bool good = builder && n && e && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
                    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1;
  const Parameters parameters(good ? OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
  if (!parameters) return unusable_key("there is no memory for it");
  auto key = ALONGSIDE_TRY(key_from("RSA", parameters.get()));
  // With an exponent of one, everybody's signature would be good.
  if (BN_get_word(e.get()) < 3 || BN_is_odd(e.get()) != 1) return unusable_key("its exponent is not safe");
  return key;
}

// JWS has r and s side by side, 32 bytes each; OpenSSL wants them as DER.
Bytes der_of(std::span<const std::uint8_t> signature) {
  if (signature.size() != 2 * p256_bytes) return {};
  const EcdsaSignature parts(ECDSA_SIG_new());
  BigNumber r(BN_bin2bn(signature.data(), p256_bytes, nullptr));
  BigNumber s(BN_bin2bn(signature.data() + p256_bytes, p256_bytes, nullptr));
  if (!parts || !r || !s || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1) return {};
  (void)r.release();
  (void)s.release();
  Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(parts.get(), nullptr)));
  std::uint8_t* out = der.data();
  i2d_ECDSA_SIG(parts.get(), &out);
  return der;
}

}  // namespace

Result<PublicKey> PublicKey::from_jwk(const JsonValue& jwk, SignatureAlgorithm algorithm) {
  const bool ec = algorithm == SignatureAlgorithm::Es256;
  return PublicKey(ALONGSIDE_TRY(ec ? ec_key(jwk) : rsa_key(jwk)), algorithm);
}

bool PublicKey::signed_this(std::string_view text, std::span<const std::uint8_t> signature) const {
  Bytes der;
  if (algorithm_ == SignatureAlgorithm::Es256) {
    der = der_of(signature);
    if (der.empty()) return false;
    signature = der;
  }
  const DigestContext context(EVP_MD_CTX_new());
  if (!context) return false;
  if (EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key_.get(), nullptr) != 1) {
    return false;
  }
  return EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                          reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

}  // namespace alongside::server
