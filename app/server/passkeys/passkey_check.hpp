// What a device's passkey has made and signed, looked at: the key of a new one, and whether an answer was signed by the
// one we know, for our host, with the person there and recognised by the device. Wraps libfido2, in
// passkey_check_fido2.cpp; called by PasskeyService. Any thread.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/digest.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace alongside::server {

// Which signatures we take, best known first, by COSE's numbers: ES256, EdDSA (Ed25519), RS256 (2048 bits).
inline constexpr std::int64_t passkey_algorithms[] = {-7, -8, -257};

struct PasskeyKey {
  std::int64_t algorithm = 0;  // one of passkey_algorithms
  Bytes bytes;                 // as libfido2 keeps it
};

struct NewPasskey {
  Bytes credential;  // the device's name for it, at most 1,023 bytes
  PasskeyKey key;
  std::uint32_t sign_count = 0;
};

struct PasskeyAnswer {
  std::span<const std::uint8_t> auth_data;
  std::span<const std::uint8_t> signature;
  Sha256 client_data_sum;  // of the bytes that the browser made of our challenge
};

// `auth_data` as the browser gives it (WebAuthn 2, 6.1); what a device says of itself beside its key is left unread.
// NotAllowed: it is malformed, for another host, without the
// person's check, or its key is none that we take.
Result<NewPasskey> new_passkey_in(std::span<const std::uint8_t> auth_data, const std::string& host);
// The device's count of signatures. NotAllowed as above, or the signature is not by this key.
Result<std::uint32_t> check_passkey_answer(const PasskeyAnswer& answer, const PasskeyKey& key, const std::string& host);

}  // namespace alongside::server
