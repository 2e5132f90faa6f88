// SoftPasskey: a device with one ES256 passkey, made by OpenSSL: what a browser would hand over for it, and every part
// of that for a test to spoil. Made by the tests of passkeys.
#pragma once

#include "app/base/bytes.hpp"

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>

namespace alongside::testing {

// How the device was used: bits of the flags of WebAuthn 2, 6.1.
inline constexpr std::uint8_t there = 0x01, recognised = 0x04, has_key = 0x40;

struct SoftAnswer {
  Bytes client_data;
  Bytes auth_data;
  Bytes signature;
};

class SoftPasskey {
 public:
  explicit SoftPasskey(std::string host);

  const Bytes& credential() const { return credential_; }
  // What it makes of itself for a new account.
  Bytes made(std::uint8_t flags = there | recognised | has_key) const;
  SoftAnswer answer(const Bytes& client_data, std::uint32_t count, std::uint8_t flags = there | recognised) const;
  std::string host;

 private:
  Bytes head(std::uint8_t flags, std::uint32_t count) const;
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
  Bytes credential_;
};

// The browser's own words: `more` begins with a comma.
Bytes client_data(const std::string& type, const std::string& challenge, const std::string& origin,
                  const std::string& more = "");

}  // namespace alongside::testing
