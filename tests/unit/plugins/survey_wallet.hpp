// Wallet: the person's half of an anonymous token, in C++: blinds a random message for a public key and
// turns what comes back into a token. A second implementation beside web/anonymous_token.js, for tests.
#pragma once

#include "app/base/bytes.hpp"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <span>
#include <vector>

namespace alongside::testing {

class Wallet {
 public:
  Wallet() : message_(64) { RAND_bytes(message_.data(), static_cast<int>(message_.size())); }
  Wallet(const Wallet&) = delete;
  ~Wallet() {
    BN_free(modulus_);
    BN_free(blind_);
    BN_CTX_free(context_);
  }

  Bytes blind(const Bytes& spki) {
    const unsigned char* at = spki.data();
    EVP_PKEY* key = d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size()));
    BIGNUM* exponent = nullptr;
    EVP_PKEY_get_bn_param(key, "n", &modulus_);
    EVP_PKEY_get_bn_param(key, "e", &exponent);
    EVP_PKEY_free(key);
    BIGNUM* message = BN_bin2bn(encoded().data(), static_cast<int>(size_), nullptr);
    BN_priv_rand_range(blind_, modulus_);
    BIGNUM* factor = BN_new();
    BN_mod_exp(factor, blind_, exponent, modulus_, context_);
    BN_mod_mul(message, message, factor, modulus_, context_);
    const Bytes blinded = bytes(message);
    for (BIGNUM* number : {message, factor, exponent}) BN_free(number);
    return blinded;
  }

  Bytes finish(const Bytes& signed_blind) {
    BIGNUM* number = BN_bin2bn(signed_blind.data(), static_cast<int>(signed_blind.size()), nullptr);
    BIGNUM* inverse = BN_mod_inverse(nullptr, blind_, modulus_, context_);
    BN_mod_mul(number, number, inverse, modulus_, context_);
    Bytes token = message_;
    const Bytes signature = bytes(number);
    token.insert(token.end(), signature.begin(), signature.end());
    BN_free(number);
    BN_free(inverse);
    return token;
  }

 private:
  static constexpr std::size_t size_ = 256;

  // EMSA-PSS of the message, by way of OpenSSL's own padding with a key that exists only for its size.
  Bytes encoded() {
    Bytes out(size_), digest(48);
    unsigned length = 0;
    EVP_Digest(message_.data(), message_.size(), digest.data(), &length, EVP_sha384(), nullptr);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    RSA* sized = RSA_new();
    RSA_set0_key(sized, BN_dup(modulus_), BN_dup(BN_value_one()), nullptr);
    RSA_padding_add_PKCS1_PSS(sized, out.data(), digest.data(), EVP_sha384(), 48);
    RSA_free(sized);
#pragma GCC diagnostic pop
    return out;
  }

  static Bytes bytes(const BIGNUM* number) {
    Bytes out(size_);
    BN_bn2binpad(number, out.data(), static_cast<int>(out.size()));
    return out;
  }

  Bytes message_;
  BIGNUM* modulus_ = nullptr;
  BIGNUM* blind_ = BN_new();
  BN_CTX* context_ = BN_CTX_new();
};

}  // namespace alongside::testing
