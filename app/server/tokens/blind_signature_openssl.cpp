#include "app/server/tokens/blind_signature_openssl.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace alongside::server {
namespace {

constexpr int salt_bytes = 48;  // as long as SHA-384 is

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeKeyContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeDigestContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigestContext>;

Error trouble(const char* doing) {
  ERR_clear_error();
  return Error{ErrorCode::Internal, std::string("OpenSSL could not ") + doing};
}

template <class Encode>
Bytes der(const EVP_PKEY* key, Encode encode) {
  unsigned char* out = nullptr;
  const int size = encode(key, &out);
  Bytes bytes;
  if (size > 0) bytes.assign(out, out + size);
  OPENSSL_free(out);
  return bytes;
}

Bytes secret_der(const EVP_PKEY* key) {
  PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(key);
  if (info == nullptr) return {};
  unsigned char* out = nullptr;
  const int size = i2d_PKCS8_PRIV_KEY_INFO(info, &out);
  Bytes bytes;
  if (size > 0) bytes.assign(out, out + size);
  OPENSSL_clear_free(out, size > 0 ? static_cast<std::size_t>(size) : 0);
  PKCS8_PRIV_KEY_INFO_free(info);
  return bytes;
}

Key read_secret(std::span<const std::uint8_t> der) {
  const unsigned char* at = der.data();
  return Key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())));
}

Key read_open(std::span<const std::uint8_t> der) {
  const unsigned char* at = der.data();
  return Key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
}

using Start = int (*)(EVP_PKEY_CTX*);
using Power = int (*)(EVP_PKEY_CTX*, unsigned char*, std::size_t*, const unsigned char*, std::size_t);

// The bare RSA function. OpenSSL blinds the secret one against timing.
Bytes raw_rsa(EVP_PKEY* key, Start start, Power power, std::span<const std::uint8_t> number) {
  const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  if (!context || start(context.get()) != 1 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1) {
    return {};
  }
  Bytes result(blind_key_bytes);
  std::size_t size = result.size();
  if (power(context.get(), result.data(), &size, number.data(), number.size()) != 1 || size != result.size()) return {};
  return result;
}

}  // namespace

Result<BlindKeyPair> make_blind_key_pair() {
  const Key key(EVP_RSA_gen(static_cast<unsigned>(blind_key_bytes * 8)));
  if (!key) return trouble("make a key pair");
  BlindKeyPair pair{secret_der(key.get()), der(key.get(), i2d_PUBKEY)};
  if (pair.secret.empty() || pair.open.empty()) return trouble("write a key pair");
  return pair;
}

Result<Bytes> blind_sign(std::span<const std::uint8_t> secret, std::span<const std::uint8_t> blinded) {
  if (blinded.size() != blind_key_bytes) return Error{ErrorCode::InvalidInput, "a blinded message has 256 bytes"};
  const Key key = read_secret(secret);
  if (!key) return trouble("read a secret key");
  Bytes signature = raw_rsa(key.get(), EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, blinded);
  if (signature.empty()) {
    ERR_clear_error();
    return Error{ErrorCode::InvalidInput, "the blinded message is no number below the key's"};
  }
  // A fault in the sum would give the key away, so no signature leaves that does not lead back.
  const Bytes back = raw_rsa(key.get(), EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, signature);
  if (!std::ranges::equal(back, blinded)) return trouble("sign rightly");
  return signature;
}

Result<void> verify_blind(std::span<const std::uint8_t> open, std::span<const std::uint8_t> message,
                          std::span<const std::uint8_t> signature) {
  const Key key = read_open(open);
  if (!key) return trouble("read a public key");
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* options = nullptr;
  if (!context || EVP_DigestVerifyInit(context.get(), &options, EVP_sha384(), nullptr, key.get()) != 1 ||
      EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) != 1 ||
      EVP_PKEY_CTX_set_rsa_pss_saltlen(options, salt_bytes) != 1) {
    return trouble("begin to verify");
  }
  const int verdict =
      EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size());
  ERR_clear_error();
  if (verdict != 1) return Error{ErrorCode::NotAllowed, "the token was not signed here for this"};
  return {};
}

}  // namespace alongside::server
