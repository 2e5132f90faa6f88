// ID tokens: what a provider's is taken for, and every way in which another's, or a changed one, is refused. Each
// hostile case is a test of its own name.
#include "app/server/sign_in/id_token.hpp"

#include "app/server/jose/jws.hpp"
#include "tests/unit/server/sign_in/token_forge.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const TokenForge& forge() {
  static const TokenForge made;
  return made;
}

IdTokenWanted wanted_by_us() {
  IdTokenWanted wanted;
  wanted.token.issuer = forged_issuer;
  wanted.token.client_id = forged_client;
  wanted.nonce = "asked-by-this-browser";
  wanted.access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
  wanted.token.now_seconds = now_seconds;
  return wanted;
}

Result<Identity> look_at(const std::string& token) { return check_id_token(token, forge().keys(), wanted_by_us()); }

std::string at(std::int64_t seconds) { return std::to_string(now_seconds + seconds); }

struct HostileToken {
  std::string name;
  std::function<std::string()> make;
};

std::string with_claim(std::string_view name, std::string value) {
  return forge().token(forge().header(), forge().claims().with(name, std::move(value)));
}
std::string without_claim(std::string_view name) {
  return forge().token(forge().header(), forge().claims().without(name));
}
std::string with_header(std::string_view name, std::string value) {
  return forge().token(forge().header().with(name, std::move(value)), forge().claims());
}
std::string honest() { return forge().token(forge().header(), forge().claims()); }

std::vector<HostileToken> hostile_algorithms() {
  const Members none = forge().header().with("alg", "\"none\"");
  const Members hs256 = forge().header().with("alg", "\"HS256\"");
  const std::string unsigned_parts = encoded(none.text()) + "." + encoded(forge().claims().text()) + ".";
  std::vector<HostileToken> cases = {
      {"alg none without a signature", [=] { return unsigned_parts; }},
      {"alg none with the old signature", [=] { return unsigned_parts + honest().substr(honest().rfind('.') + 1); }},
      {"alg none, signed all the same", [=] { return forge().token(none, forge().claims()); }},
      {"HS256 with the public key's PEM as the secret",
       [=] { return forge().hmac_token(hs256, forge().claims(), forge().ec_pem()); }},
      {"HS256 with the JWK as the secret",
       [=] { return forge().hmac_token(hs256, forge().claims(), forge().ec_jwk()); }},
      {"HS256 with an empty secret", [=] { return forge().hmac_token(hs256, forge().claims(), ""); }},
      {"HS256 with the client's id as the secret",
       [=] { return forge().hmac_token(hs256, forge().claims(), forged_client); }},
      {"an HMAC under a header that says ES256",
       [] { return forge().hmac_token(forge().header(), forge().claims(), forge().ec_pem()); }},
      {"RS256 where its issuer signs with ES256",
       [] { return forge().rsa_token(forge().header().with("alg", "\"RS256\""), forge().claims()); }},
      {"an RSA signature under a header that says ES256",
       [] { return forge().rsa_token(forge().header(), forge().claims()); }},
      {"no alg", [] { return forge().token(forge().header().without("alg"), forge().claims()); }},
      {"alg twice, the good one last",
       [] { return forge().raw_token(R"({"alg":"none","kid":"ec-1","alg":"ES256"})", forge().claims().text()); }},
      {"alg twice, the good one first",
       [] { return forge().raw_token(R"({"alg":"ES256","kid":"ec-1","alg":"none"})", forge().claims().text()); }},
  };
  for (const std::string alg : {"\"None\"", "\"NONE\"", "\"nOnE\"", "\"es256\"", "\"ES256 \"", "\"ES384\"", "\"ES512\"",
                                "\"PS256\"", "\"EdDSA\"", "\"ES256K\"", "\"\"", "null", "256", "[\"ES256\"]", "true"}) {
    cases.push_back({"alg " + alg, [alg] { return with_header("alg", alg); }});
  }
  return cases;
}

std::vector<HostileToken> hostile_keys() {
  const std::string theirs = forge().stranger_jwk();
  const auto brought = [](std::string_view name, std::string value) {
    return [name, value = std::move(value)] {
      return forge().stranger_token(forge().header().with(name, value), forge().claims());
    };
  };
  std::vector<HostileToken> cases = {
      {"signed by a stranger", [] { return forge().stranger_token(forge().header(), forge().claims()); }},
      {"signed by a stranger who names their own key",
       [] { return forge().stranger_token(forge().header().with("kid", "\"stranger\""), forge().claims()); }},
      {"the stranger's key comes along as jwk", brought("jwk", theirs)},
      {"the stranger's keys are at a jku", brought("jku", "\"https://evil.example/keys\"")},
      {"the stranger's certificate is at an x5u", brought("x5u", "\"https://evil.example/cert\"")},
      {"the stranger's certificate comes along as x5c", brought("x5c", "[\"MIIB\"]")},
      {"a good token with a jku beside it", [] { return with_header("jku", "\"https://evil.example/keys\""); }},
      {"a good token with its own key as jwk", [] { return with_header("jwk", forge().ec_jwk()); }},
      {"a good token with an x5u beside it", [] { return with_header("x5u", "\"https://evil.example/cert\""); }},
      {"crit with b64",
       [] { return forge().token(forge().header().with("b64", "false").with("crit", "[\"b64\"]"), forge().claims()); }},
      {"crit with a name that nobody knows", [] { return with_header("crit", "[\"urn:example:more\"]"); }},
      {"an empty crit", [] { return with_header("crit", "[]"); }},
      {"b64 without crit", [] { return with_header("b64", "false"); }},
      {"zip", [] { return with_header("zip", "\"DEF\""); }},
      {"enc, as if it were encrypted", [] { return with_header("enc", "\"A128GCM\""); }},
      {"cty, as if another token were in it", [] { return with_header("cty", "\"JWT\""); }},
      {"typ of a logout token", [] { return with_header("typ", "\"logout+jwt\""); }},
      {"typ of an access token", [] { return with_header("typ", "\"at+jwt\""); }},
      {"typ that is no text", [] { return with_header("typ", "7"); }},
      {"kid twice",
       [] { return forge().raw_token(R"({"alg":"ES256","kid":"ec-1","kid":"ec-1"})", forge().claims().text()); }},
  };
  for (const std::string kid :
       {"\"../../../../dev/null\"", "\"ec-1' OR '1'='1\"", "\"EC-1\"", "\"ec-1 \"", "\"\"", "null", "1", "[\"ec-1\"]",
        "{\"kid\":\"ec-1\"}", "\"https://evil.example/key\"", "\"ec-1\\u0000\""}) {
    cases.push_back({"kid " + kid, [kid] { return with_header("kid", kid); }});
  }
  cases.push_back({"kid of 10,000 letters", [] { return with_header("kid", json_quoted(std::string(10'000, 'k'))); }});
  return cases;
}

std::vector<HostileToken> hostile_claims() {
  std::vector<HostileToken> cases;
  const auto add = [&cases](std::string_view name, std::initializer_list<std::string> values) {
    cases.push_back({"no " + std::string(name), [name] { return without_claim(name); }});
    for (const std::string& value : values) {
      cases.push_back({std::string(name) + " " + value, [name, value] { return with_claim(name, value); }});
    }
  };
  add("iss", {"\"https://evil.example\"", "\"https://login.northmere.example/\"",
              "\"https://login.northmere.example.evil.example\"", "\"http://login.northmere.example\"",
              "\"HTTPS://LOGIN.NORTHMERE.EXAMPLE\"", "\"\"", "null", "[\"https://login.northmere.example\"]"});
  add("aud", {"\"another-client\"", "\"alongside2\"", "\"Alongside\"", "\"\"", "null", "[]", "[\"another-client\"]",
              "[\"alongside\",\"another-client\"]", "[[\"alongside\"]]", "{\"alongside\":true}",
              "[\"alongside\",\"alongside\"]"});
  add("exp",
      {at(-3600), at(-61), "0", "-1", "null", "\"" + at(120) + "\"", "1e300", at(120) + ".5", at(120) + "000", "true"});
  add("iat", {at(61), at(86'400), at(-601), at(-86'400), "0", "null", "\"" + at(0) + "\"", at(0) + "000", "[]"});
  add("nonce", {"\"asked-by-another-browser\"", "\"asked-by-this-browse\"", "\"asked-by-this-browser \"", "\"\"",
                "null", "1", "[\"asked-by-this-browser\"]"});
  add("sub", {"\"\"", "null", "17", "[\"family-17\"]", json_quoted(std::string(256, 's'))});
  const auto one = [&cases](std::string_view name, std::string value) {
    cases.push_back({std::string(name) + " " + value.substr(0, 60), [name, value] { return with_claim(name, value); }});
  };
  for (const std::string value : {"\"another-client\"", "\"\"", "null", "[\"alongside\"]"}) one("azp", value);
  for (const std::string& value : std::vector<std::string>{at(61), at(3600), "\"" + at(0) + "\"", "null"})
    one("nbf", value);
  for (const std::string value : {"\"AAAAAAAAAAAAAAAAAAAAAA\"", "\"\"", "null", "7"}) one("at_hash", value);
  for (const std::string& value : std::vector<std::string>{"\"\"", "null", "7", json_quoted(std::string(256, 's'))})
    one("sid", value);
  one("events", R"({"http://schemas.openid.net/event/backchannel-logout":{}})");
  return cases;
}

std::vector<HostileToken> hostile_bytes() {
  const auto claims = [] { return forge().claims().text(); };
  const auto header = [] { return forge().header().text(); };
  return {
      {"nothing at all", [] { return std::string(); }},
      {"one part", [] { return encoded(forge().header().text()); }},
      {"two parts", [] { return honest().substr(0, honest().rfind('.')); }},
      {"four parts", [] { return honest() + ".AAAA"; }},
      {"five parts, as if encrypted", [] { return honest() + ".AAAA.AAAA"; }},
      {"only dots", [] { return std::string(".."); }},
      {"a signature cut short", [] { return honest().substr(0, honest().size() - 8); }},
      {"a signature with bytes after it", [] { return honest() + "AAAA"; }},
      {"a signature of zeros",
       [] { return honest().substr(0, honest().rfind('.') + 1) + encoded(std::string(64, '\0')); }},
      {"a signature of nothing", [] { return honest().substr(0, honest().rfind('.') + 1); }},
      {"an ES256 signature as DER",
       [] { return honest().substr(0, honest().rfind('.') + 1) + encoded("\x30\x06\x02\x01\x01\x02\x01\x01"); }},
      {"one claim changed under the signature",
       [=] {
         const std::string token = honest();
         const std::string other = encoded(forge().claims().with("sub", "\"family-18\"").text());
         return token.substr(0, token.find('.') + 1) + other + token.substr(token.rfind('.'));
       }},
      {"padding after a part", [] { return honest() + "="; }},
      {"base64 with + and /", [=] { return encoded(header()) + "." + encoded(claims()) + ".++//"; }},
      {"a space at its beginning", [] { return " " + honest(); }},
      {"a line end at its end", [] { return honest() + "\n"; }},
      {"bits left over in base64url", [] { return encoded(forge().header().text()) + ".ZZ.AAAA"; }},
      {"claims cut short", [=] { return forge().raw_token(header(), claims().substr(0, claims().size() - 1)); }},
      {"claims with something after them", [=] { return forge().raw_token(header(), claims() + "{}"); }},
      {"claims that are a list", [=] { return forge().raw_token(header(), "[" + claims() + "]"); }},
      {"claims that are a text", [=] { return forge().raw_token(header(), "\"sub\""); }},
      {"claims that are null", [=] { return forge().raw_token(header(), "null"); }},
      {"empty claims", [=] { return forge().raw_token(header(), ""); }},
      {"claims that are no UTF-8", [=] { return forge().raw_token(header(), "{\"sub\":\"\xFF\xFE\"}"); }},
      {"a header that is a list", [=] { return forge().raw_token("[]", claims()); }},
      {"sub twice, ours last",
       [] { return forge().token(forge().header(), forge().claims().twice("sub", "\"family-18\"")); }},
      {"aud twice, ours last",
       [] {
         return forge().token(forge().header(), forge().claims().with("aud", "\"x\"").twice("aud", "\"alongside\""));
       }},
      {"nonce twice",
       [] { return forge().token(forge().header(), forge().claims().twice("nonce", "\"asked-by-this-browser\"")); }},
      {"40 KB of claims", [] { return with_claim("more", json_quoted(std::string(40'000, 'x'))); }},
      {"claims nested 1,000 deep",
       [] { return with_claim("more", std::string(1'000, '[') + std::string(1'000, ']')); }},
  };
}

void refuse_all(const std::vector<HostileToken>& cases) {
  for (const HostileToken& hostile : cases) {
    SUBCASE(hostile.name.c_str()) {
      const auto looked = look_at(hostile.make());
      CHECK_FALSE(looked.ok());
      if (!looked) CHECK(looked.error().code != ErrorCode::Internal);
    }
  }
}

}  // namespace

TEST_CASE("an honest ID token says who they are and which session they have there") {
  const auto identity = look_at(honest());
  REQUIRE_MESSAGE(identity.ok(), identity.error().detail);
  CHECK(identity->subject == "family-17");
  CHECK(identity->sid == "there-1");
}

TEST_CASE(
    "an ID token may name us in a list of one, as its azp, with the hash of its access token, and without a kid") {
  CHECK(look_at(with_claim("aud", "[\"alongside\"]")).ok());
  CHECK(look_at(with_claim("azp", "\"alongside\"")).ok());
  // OpenID Connect Core, the example of its appendix A.3.
  CHECK(look_at(with_claim("at_hash", "\"77QmUPtjPfzWtF2AnpK9RQ\"")).ok());
  CHECK(look_at(forge().token(forge().header().without("kid"), forge().claims())).ok());
  CHECK(look_at(forge().token(forge().header().without("typ"), forge().claims())).ok());
  CHECK(look_at(without_claim("sid")).ok());
}

TEST_CASE("clocks may differ by a minute, and by no more") {
  const Members over = forge().claims().with("exp", at(-59)).with("iat", at(-120));
  CHECK(look_at(forge().token(forge().header(), over)).ok());
  CHECK(look_at(with_claim("iat", at(59))).ok());
  CHECK(look_at(with_claim("nbf", at(59))).ok());
  CHECK(look_at(with_claim("iat", at(-600))).ok());
}

TEST_CASE("a token whose key is not there is told apart from a forged one, so that newer keys can be asked for") {
  CHECK(look_at(with_header("kid", "\"ec-2\"")).error().code == ErrorCode::NotFound);
  CHECK(look_at(forge().stranger_token(forge().header(), forge().claims())).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("V6.8.4: a level of trust that was asked for must be reached") {
  IdTokenWanted wanted = wanted_by_us();
  wanted.levels = {"Cl.Cm.P2"};
  const auto look = [&](const std::string& token) { return check_id_token(token, forge().keys(), wanted).ok(); };
  CHECK(look(with_claim("vot", "\"Cl.Cm\"")));
  CHECK(look(with_claim("vot", "\"Cl.Cm.P2\"")));
  CHECK_FALSE(look(with_claim("vot", "\"Cl\"")));
  CHECK_FALSE(look(with_claim("vot", "\"P2\"")));
  CHECK_FALSE(look(with_claim("vot", "[\"Cl.Cm\"]")));
  CHECK_FALSE(look(honest()));
}

TEST_CASE("V9.1.2: an ID token is refused whose algorithm is not its issuer's:") { refuse_all(hostile_algorithms()); }
TEST_CASE("V9.1.3: an ID token is refused whose key or header is not its issuer's:") { refuse_all(hostile_keys()); }
TEST_CASE("V9.2.1 V9.2.3 V10.5.1 V10.5.4: an ID token is refused with a wrong claim:") { refuse_all(hostile_claims()); }
TEST_CASE("V6.8.2 V9.1.1: an ID token is refused with wrong bytes:") { refuse_all(hostile_bytes()); }

TEST_CASE("no refusal of a token repeats anything that stood in it") {
  for (const auto& cases : {hostile_algorithms(), hostile_keys(), hostile_claims()}) {
    for (const HostileToken& hostile : cases) {
      const auto looked = look_at(hostile.make());
      REQUIRE_FALSE(looked.ok());
      INFO(hostile.name);
      CHECK(looked.error().detail.find("family-1") == std::string::npos);
      CHECK(looked.error().detail.find("evil") == std::string::npos);
    }
  }
}

TEST_CASE("hostile ID tokens: at least 120") {
  const std::size_t count =
      hostile_algorithms().size() + hostile_keys().size() + hostile_claims().size() + hostile_bytes().size();
  MESSAGE(count, " hostile ID tokens");
  CHECK(count >= 120);
}
