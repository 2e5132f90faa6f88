// The libFuzzer target for what people prove with that they are who they are: signed tokens and their keys, what a
// browser and a device say of a passkey, cookies, base64url, a signed list of files. The first byte chooses. Findings
// are crashes, sanitizer reports, and broken promises: two spellings of the same bytes, or something forged that is
// believed. Run by tests/fuzz/run.sh.
#include "app/base/base64url.hpp"
#include "app/server/digest.hpp"
#include "app/server/jose/jws.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/passkeys/client_data.hpp"
#include "app/server/passkeys/passkey_check.hpp"
#include "app/server/release/signed_text.hpp"
#include "app/server/session/session_cookie.hpp"
#include "tests/fuzz/promise.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::server;
using fuzz::promise;

const std::string host = "families.northmere.example";

void check_base64url(std::string_view text) {
  if (const auto bytes = base64url_bytes(text)) promise(base64url(*bytes) == text, "bytes have one spelling");
}

void check_token(std::string_view text) {
  const auto jws = parse_jws(text, SignatureAlgorithm::Es256);
  if (jws.ok()) promise(text.starts_with(jws->signing_input), "what is signed is the token's beginning");
}

void check_cookies(std::string_view header) {
  if (const auto token = session_cookie_in(header)) promise(token->fingerprint().ok(), "a token has a fingerprint");
  sign_in_cookies_in(header);
}

// With the right host's fingerprint in front, which no mutation would find.
void check_passkey(std::span<const std::uint8_t> bytes) {
  static const Sha256 host_sum = sha256_of(host).value();
  Bytes auth_data(host_sum.begin(), host_sum.end());
  auth_data.insert(auth_data.end(), bytes.begin(), bytes.end());
  const auto made = new_passkey_in(auth_data, host);
  if (made.ok()) {
    promise(made->credential.size() <= 1023, "a device's name for a passkey is short");
    promise(!check_passkey_answer({auth_data, bytes, {}}, made->key, host).ok(), "nobody signs without the key");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> bytes(data + 1, size - 1);
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  switch (data[0] % 7) {
    case 0: check_base64url(text); break;
    case 1: check_token(text); break;
    case 2: (void)KeySet::parse(text, SignatureAlgorithm::Es256); break;
    case 3: check_cookies(text); break;
    case 4: (void)challenge_answered(bytes, PasskeyPurpose::SignIn, "https://" + host); break;
    case 5: check_passkey(bytes); break;
    case 6: promise(!open_signed_text(text, "release", {}).ok(), "nobody's signature is believed"); break;
  }
  return 0;
}
