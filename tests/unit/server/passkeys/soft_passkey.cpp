#include "tests/unit/server/passkeys/soft_passkey.hpp"

#include "app/server/digest.hpp"

#include <doctest/doctest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rand.h>

#include <array>
#include <utility>

namespace alongside::testing {

namespace {

void append(Bytes& to, const auto& bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

Bytes coordinate(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  REQUIRE(EVP_PKEY_get_bn_param(key, name, &number) == 1);
  Bytes bytes(32);
  REQUIRE(BN_bn2binpad(number, bytes.data(), 32) == 32);
  BN_free(number);
  return bytes;
}

// COSE_Key of an ES256 key, as canonical CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
Bytes cose_key(const EVP_PKEY* key) {
  Bytes cbor = {0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20};
  append(cbor, coordinate(key, OSSL_PKEY_PARAM_EC_PUB_X));
  append(cbor, std::array<std::uint8_t, 3>{0x22, 0x58, 0x20});
  append(cbor, coordinate(key, OSSL_PKEY_PARAM_EC_PUB_Y));
  return cbor;
}

}  // namespace

SoftPasskey::SoftPasskey(std::string for_host)
    : host(std::move(for_host)), key_(EVP_EC_gen("P-256"), &EVP_PKEY_free), credential_(32) {
  REQUIRE(key_ != nullptr);
  REQUIRE(RAND_bytes(credential_.data(), static_cast<int>(credential_.size())) == 1);
}

Bytes SoftPasskey::head(std::uint8_t flags, std::uint32_t count) const {
  Bytes bytes;
  append(bytes, server::sha256_of(host).value());
  bytes.push_back(flags);
  for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(count >> shift));
  return bytes;
}

Bytes SoftPasskey::made(std::uint8_t flags) const {
  Bytes bytes = head(flags, 0);
  bytes.resize(bytes.size() + 16);  // the maker, which is not asked for
  bytes.push_back(0);
  bytes.push_back(static_cast<std::uint8_t>(credential_.size()));
  append(bytes, credential_);
  append(bytes, cose_key(key_.get()));
  return bytes;
}

SoftAnswer SoftPasskey::answer(const Bytes& client_data, std::uint32_t count, std::uint8_t flags) const {
  SoftAnswer answer{client_data, head(flags, count), Bytes(128)};
  Bytes signed_bytes = answer.auth_data;
  append(signed_bytes, server::sha256(client_data).value());
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::size_t size = answer.signature.size();
  REQUIRE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1);
  REQUIRE(EVP_DigestSign(context.get(), answer.signature.data(), &size, signed_bytes.data(), signed_bytes.size()) == 1);
  answer.signature.resize(size);
  return answer;
}

Bytes client_data(const std::string& type, const std::string& challenge, const std::string& origin,
                  const std::string& more) {
  const std::string json =
      R"({"type":")" + type + R"(","challenge":")" + challenge + R"(","origin":")" + origin + "\"" + more + "}";
  return {json.begin(), json.end()};
}

}  // namespace alongside::testing
