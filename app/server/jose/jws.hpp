// Jws: a signed token in its compact form (RFC 7515), taken apart, and its signature verified. Nothing in
// it is believed before verify_jws has said yes; a token that brings a key along, or asks for something
// that we do not know, is refused unread. Pure; used for ID tokens and logout tokens.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/jose/signature_algorithm.hpp"
#include "app/server/json_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside::server {

class KeySet;
class PrivateKey;

struct Jws {
  static constexpr std::size_t most_bytes = 16 * 1024;

  std::string kid;  // empty: the token names no key
  std::string typ;  // as it is written, or empty
  JsonValue claims;
  std::string_view signing_input;  // of the text that was parsed
  Bytes signature;
};

// Takes it apart and checks all of its header. The text must outlive the result.
Result<Jws> parse_jws(std::string_view text, SignatureAlgorithm algorithm);

// NotFound: the set has no such key, which a provider may have made since. NotAllowed: it is forged.
Result<void> verify_jws(const Jws& jws, const KeySet& keys);

// Our own token, `claims` written as JSON already. The kid is left out when it is empty.
Result<std::string> sign_jws(std::string_view claims, const PrivateKey& key, std::string_view kid);

}  // namespace alongside::server
