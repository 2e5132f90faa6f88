#include "app/server/vault/seal.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>

namespace alongside::server {

namespace {

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

int length_of(ByteView bytes) { return static_cast<int>(bytes.size()); }

}  // namespace

Result<Bytes> seal_bytes(const SealKey& key, ByteView nonce, ByteView name, ByteView plain) {
  const CipherContext context(EVP_CIPHER_CTX_new());
  Bytes sealed(nonce.begin(), nonce.end());
  sealed.resize(plain.size() + seal_added_bytes);
  std::uint8_t* const body = sealed.data() + seal_nonce_bytes;
  int written = 0;
  int ended = 0;
  const bool good = context && nonce.size() == seal_nonce_bytes &&
                    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1 &&
                    EVP_EncryptUpdate(context.get(), nullptr, &written, name.data(), length_of(name)) == 1 &&
                    EVP_EncryptUpdate(context.get(), body, &written, plain.data(), length_of(plain)) == 1 &&
                    EVP_EncryptFinal_ex(context.get(), body + written, &ended) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, seal_tag_bytes, body + plain.size()) == 1;
  if (!good) return Error{ErrorCode::Internal, "something could not be sealed"};
  return sealed;
}

Result<Bytes> open_sealed(const SealKey& key, ByteView name, ByteView sealed) {
  const Error bad{ErrorCode::Storage, "something that is sealed cannot be opened: it was changed, or is not ours"};
  if (sealed.size() < seal_added_bytes) return bad;
  const CipherContext context(EVP_CIPHER_CTX_new());
  const ByteView body = sealed.subspan(seal_nonce_bytes, sealed.size() - seal_added_bytes);
  Bytes tag(sealed.end() - seal_tag_bytes, sealed.end());
  Bytes plain(body.size());
  int written = 0;
  int ended = 0;
  const bool good = context &&
                    EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), sealed.data()) == 1 &&
                    EVP_DecryptUpdate(context.get(), nullptr, &written, name.data(), length_of(name)) == 1 &&
                    EVP_DecryptUpdate(context.get(), plain.data(), &written, body.data(), length_of(body)) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, seal_tag_bytes, tag.data()) == 1 &&
                    EVP_DecryptFinal_ex(context.get(), plain.data() + written, &ended) == 1;
  if (!good) return bad;
  return plain;
}

void wipe_key(SealKey& key) { OPENSSL_cleanse(key.data(), key.size()); }

}  // namespace alongside::server
