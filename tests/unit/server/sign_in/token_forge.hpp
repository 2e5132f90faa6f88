// TokenForge: a provider's keys, made anew for each run, and tokens signed with them, or with others, as a provider
// would and as no provider would. Used by the tests of tokens; independent of the verifier but for base64url.
#pragma once

#include "app/server/jose/key_set.hpp"
#include "app/server/jose/signature_algorithm.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct evp_pkey_st;

namespace alongside::testing {

inline constexpr std::int64_t now_seconds = 1'795'348'800;  // 2026-11-22 12:00
inline constexpr std::string_view forged_issuer = "https://login.northmere.example";
inline constexpr std::string_view forged_client = "alongside";

// A JSON object of which members can be changed, left out or said twice: the values are JSON already.
struct Members {
  std::vector<std::pair<std::string, std::string>> all;

  Members with(std::string_view name, std::string value) const;  // replaced, or added at the end
  Members without(std::string_view name) const;
  Members twice(std::string_view name, std::string value) const;  // added, whatever is there
  std::string text() const;
};

class TokenForge {
 public:
  TokenForge();

  Members header() const;                                                 // of an honest token of the EC key
  Members claims() const;                                                 // of an honest ID token
  Members logout_claims() const;                                          // of an honest logout token
  std::string token(const Members& header, const Members& claims) const;  // signed with the EC key
  std::string rsa_token(const Members& header, const Members& claims) const;
  std::string stranger_token(const Members& header, const Members& claims) const;  // signed with somebody's own key
  std::string hmac_token(const Members& header, const Members& claims, std::string_view key) const;
  std::string raw_token(std::string_view header, std::string_view claims) const;  // EC; any bytes for JSON

  std::string ec_jwk(std::string_view more = "") const;  // of the EC key, with further members
  std::string rsa_jwk(std::string_view more = "") const;
  std::string stranger_jwk() const;
  std::string ec_pem() const;  // the public key as PEM
  std::string ec_private_pem() const;
  std::string rsa_private_pem() const;
  server::KeySet keys() const;  // with the EC key alone, "ec-1"

 private:
  using Key = std::shared_ptr<evp_pkey_st>;
  std::string signed_with(const Key& key, const std::string& input) const;
  Key ec_, rsa_, stranger_;
};

std::string encoded(std::string_view text);      // base64url
std::string json_quoted(std::string_view text);  // in JSON's quotes; of plain text

}  // namespace alongside::testing
