// Logout tokens: a provider's word that somebody signed out there, and what is no such word.
#include "app/server/sign_in/logout_token.hpp"

#include "tests/unit/server/sign_in/token_forge.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const TokenForge& logout_forge() {
  static const TokenForge made;
  return made;
}

Result<Logout> look_at_logout(const std::string& token) {
  return check_logout_token(
      token, logout_forge().keys(),
      {std::string(forged_issuer), std::string(forged_client), SignatureAlgorithm::Es256, now_seconds});
}

Members logout_header() { return logout_forge().header().with("typ", "\"logout+jwt\""); }

std::string logout_of(const Members& claims) { return logout_forge().token(logout_header(), claims); }

struct HostileLogout {
  std::string name;
  std::function<std::string()> make;
};

std::vector<HostileLogout> hostile_logouts() {
  std::vector<HostileLogout> cases = {
      {"an ID token", [] { return logout_forge().token(logout_forge().header(), logout_forge().claims()); }},
      {"an ID token that says it is a logout token", [] { return logout_of(logout_forge().claims()); }},
      {"typ of an access token",
       [] { return logout_forge().token(logout_header().with("typ", "\"at+jwt\""), logout_forge().logout_claims()); }},
      {"signed by a stranger",
       [] { return logout_forge().stranger_token(logout_header(), logout_forge().logout_claims()); }},
      {"alg none",
       [] {
         return encoded(R"({"alg":"none","typ":"logout+jwt"})") + "." + encoded(logout_forge().logout_claims().text()) +
                ".";
       }},
      {"HS256 with the public key",
       [] {
         return logout_forge().hmac_token(logout_header().with("alg", "\"HS256\""), logout_forge().logout_claims(),
                                          logout_forge().ec_pem());
       }},
      {"neither sub nor sid", [] { return logout_of(logout_forge().logout_claims().without("sub").without("sid")); }},
      {"events twice", [] { return logout_of(logout_forge().logout_claims().twice("events", "{}")); }},
  };
  const auto with = [&cases](std::string_view name, std::initializer_list<std::string> values) {
    for (const std::string& value : values) {
      cases.push_back({std::string(name) + " " + value,
                       [name, value] { return logout_of(logout_forge().logout_claims().with(name, value)); }});
    }
  };
  for (const std::string_view name : {"iss", "aud", "iat", "exp", "jti", "events"}) {
    cases.push_back(
        {"no " + std::string(name), [name] { return logout_of(logout_forge().logout_claims().without(name)); }});
  }
  with("nonce", {"\"asked-by-this-browser\"", "\"\"", "null"});
  with("iss", {"\"https://evil.example\"", "null"});
  with("aud", {"\"another-client\"", "[\"alongside\",\"another-client\"]"});
  with("events", {"{}", "null", "[]", "\"http://schemas.openid.net/event/backchannel-logout\"",
                  R"({"http://schemas.openid.net/event/backchannel-logout":true})",
                  R"({"http://schemas.openid.net/event/backchannel-logout":null})",
                  R"({"http://schemas.openid.net/event/other":{}})"});
  with("exp", {std::to_string(now_seconds - 61), "null"});
  with("iat", {std::to_string(now_seconds + 61), std::to_string(now_seconds - 601)});
  with("jti", {"\"\"", "null", "7"});
  with("sub", {"\"\"", "7"});
  with("sid", {"\"\"", "null"});
  return cases;
}

}  // namespace

TEST_CASE("an honest logout token says who signed out, of which session, and its own name") {
  const auto logout = look_at_logout(logout_of(logout_forge().logout_claims()));
  REQUIRE_MESSAGE(logout.ok(), logout.error().detail);
  CHECK(logout->subject == "family-17");
  CHECK(logout->sid == "there-1");
  CHECK(logout->id == "logout-1");
  CHECK(look_at_logout(logout_of(logout_forge().logout_claims().without("sid"))).ok());
  CHECK(look_at_logout(logout_of(logout_forge().logout_claims().without("sub"))).ok());
}

TEST_CASE("V9.2.2 V10.5.5: a logout token is refused:") {
  for (const HostileLogout& hostile : hostile_logouts()) {
    SUBCASE(hostile.name.c_str()) { CHECK_FALSE(look_at_logout(hostile.make()).ok()); }
  }
}
