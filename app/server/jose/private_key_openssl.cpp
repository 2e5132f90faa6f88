#include "app/server/jose/private_key.hpp"

#include "app/server/jose/handles_openssl.hpp"

#include <openssl/pem.h>

#include <string>

namespace alongside::server {

namespace {

// A key with a passphrase would otherwise be asked for on the terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

bool fits(EVP_PKEY* key, SignatureAlgorithm algorithm) {
  if (algorithm == SignatureAlgorithm::Rs256) return EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= 2048;
  char group[40] = {};
  std::size_t length = 0;
  return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
         std::string_view(group, length) == "prime256v1";
}

Result<Bytes> side_by_side(const Bytes& der) {
  const std::uint8_t* in = der.data();
  const EcdsaSignature parts(d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(der.size())));
  Bytes signature(2 * p256_bytes);
  const bool good = parts && BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), signature.data(), p256_bytes) > 0 &&
                    BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), signature.data() + p256_bytes, p256_bytes) > 0;
  if (!good) return Error{ErrorCode::Internal, "a signature could not be written"};
  return signature;
}

}  // namespace

Result<PrivateKey> PrivateKey::from_pem(std::string_view pem, SignatureAlgorithm algorithm) {
  const MemoryReader reader(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::shared_ptr<EVP_PKEY> key(
      reader ? PEM_read_bio_PrivateKey(reader.get(), nullptr, no_passphrase, nullptr) : nullptr, EVP_PKEY_free);
  if (!key) return Error{ErrorCode::InvalidInput, "there is no private key in PEM without a passphrase"};
  if (!fits(key.get(), algorithm)) {
    const bool ec = algorithm == SignatureAlgorithm::Es256;
    return Error{ErrorCode::InvalidInput, ec ? "the key is not one of EC on P-256, which ES256 needs"
                                             : "the key is not one of RSA with 2048 bits or more, which RS256 needs"};
  }
  return PrivateKey(std::move(key), algorithm);
}

Result<Bytes> PrivateKey::sign(std::string_view text) const {
  const DigestContext context(EVP_MD_CTX_new());
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t length = 0;
  bool good = context &&
              EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key_.get(), nullptr) == 1 &&
              EVP_DigestSign(context.get(), nullptr, &length, bytes, text.size()) == 1;
  Bytes signature(good ? length : 0);
  good = good && EVP_DigestSign(context.get(), signature.data(), &length, bytes, text.size()) == 1;
  if (!good) return Error{ErrorCode::Internal, "signing failed"};
  signature.resize(length);
  return algorithm_ == SignatureAlgorithm::Es256 ? side_by_side(signature) : Result<Bytes>(std::move(signature));
}

}  // namespace alongside::server
