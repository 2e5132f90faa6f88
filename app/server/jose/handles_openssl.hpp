// OpenSSL's objects as owners that free them. For the files of this folder that wrap OpenSSL, and no others.
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/params.h>

#include <memory>

namespace alongside::server {

template <auto free_it>
struct FreeBy {
  template <class T>
  void operator()(T* pointer) const {
    free_it(pointer);
  }
};

using BigNumber = std::unique_ptr<BIGNUM, FreeBy<BN_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeBy<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeBy<EVP_MD_CTX_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreeBy<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, FreeBy<OSSL_PARAM_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, FreeBy<ECDSA_SIG_free>>;
using MemoryReader = std::unique_ptr<BIO, FreeBy<BIO_free>>;

inline constexpr int p256_bytes = 32;

}  // namespace alongside::server
