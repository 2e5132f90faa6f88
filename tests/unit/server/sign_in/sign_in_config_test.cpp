// "sign_in" in a council's configuration: what is taken, and which mistake is told how.
#include "app/server/sign_in/sign_in_config.hpp"

#include "app/server/json_fields.hpp"
#include "tests/unit/server/sign_in/token_forge.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const Members good_provider{{{"id", "\"council\""},
                             {"profile", "\"council_accounts\""},
                             {"name", R"({"en":"My Northmere account","cy":"Fy nghyfrif Northmere"})"},
                             {"issuer", "\"https://login.northmere.example\""},
                             {"client_id", "\"alongside\""},
                             {"proof", "\"client_secret_basic\""},
                             {"secret_env", "\"ALONGSIDE_TEST_SECRET\""}}};

struct Read {
  SignInConfig config;
  std::string mistakes;
};

Read read(const std::string& section) {
  JsonMistakes mistakes;
  const auto file = read_json("{" + section + "}");
  REQUIRE_MESSAGE(file.ok(), file.error().detail);
  JsonFields fields(file.value(), "", mistakes);
  Read read{read_sign_in(fields, mistakes, true), {}};
  fields.finish();
  if (!mistakes.none()) read.mistakes = mistakes.report();
  return read;
}

Read read_provider_of(const Members& provider, const std::string& more = "") {
  return read(R"("sign_in":{"app":"https://short-breaks.example")" + more + R"(,"providers":[)" + provider.text() +
              "]}");
}

bool tells(const Members& provider, const std::string& words) {
  const std::string mistakes = read_provider_of(provider).mistakes;
  INFO(mistakes);
  return mistakes.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a council without the section has no provider, and nothing is wrong with that") {
  const Read none = read("");
  CHECK(none.config.providers.empty());
  CHECK(none.mistakes.empty());
}

TEST_CASE("a provider is read, and its return address is the one to register there") {
  const Read one = read_provider_of(good_provider, R"(,"address_header":"X-Real-IP")");
  CHECK(one.mistakes == "");
  REQUIRE(one.config.providers.size() == 1);
  const ProviderConfig& provider = one.config.providers.front();
  CHECK(provider.signed_with == SignatureAlgorithm::Es256);
  CHECK(provider.proof == ClientProof::Secret);
  CHECK(provider.levels.empty());
  CHECK(one.config.return_address(provider) == "https://short-breaks.example/sign-in/council/back");
  CHECK(one.config.address_header == "X-Real-IP");
}

TEST_CASE("GOV.UK One Login asks for both factors unless told otherwise, and proves itself by a key") {
  const Members one_login = good_provider.with("profile", "\"one_login\"")
                                .with("proof", "\"private_key_jwt\"")
                                .without("secret_env")
                                .with("key_file", "\"/etc/alongside/key.pem\"");
  const Read read = read_provider_of(one_login);
  CHECK(read.mistakes == "");
  CHECK(read.config.providers.front().levels == std::vector<std::string>{"Cl.Cm"});
  const Read more = read_provider_of(one_login.with("levels", "[\"Cl.Cm.P2\"]"));
  CHECK(more.config.providers.front().levels == std::vector<std::string>{"Cl.Cm.P2"});
  CHECK(tells(good_provider.with("profile", "\"one_login\""), "takes nothing else"));
}

TEST_CASE("a mistake in the section is told with what to write") {
  CHECK(tells(good_provider.with("issuer", "\"http://login.northmere.example\""), "sign_in.providers[0].issuer"));
  CHECK(tells(good_provider.with("issuer", "\"https://login.northmere.example?x=1\""), "sign_in.providers[0].issuer"));
  CHECK(tells(good_provider.with("id", "\"../etc\""), "sign_in.providers[0].id"));
  CHECK(tells(good_provider.with("profile", "\"facebook\""), "one_login"));
  CHECK(tells(good_provider.with("proof", "\"client_secret_post\""), "private_key_jwt"));
  CHECK(tells(good_provider.with("signed_with", "\"HS256\""), "write \"ES256\" or \"RS256\""));
  CHECK(tells(good_provider.with("signed_with", "\"none\""), "write \"ES256\" or \"RS256\""));
  CHECK(tells(good_provider.without("secret_env"), "one of"));
  CHECK(tells(good_provider.with("secret_file", "\"/x\""), "one of"));
  CHECK(tells(good_provider.with("secret", "\"hunter2\""), "sign_in.providers[0].secret"));
  CHECK(tells(good_provider.with("levels", "[\"Cl.Cm\"]"), "only GOV.UK One Login"));
  CHECK(tells(good_provider.with("name", R"({"en":"My account"})"), "Welsh"));
  CHECK(read(R"("sign_in":{"app":"https://short-breaks.example/","providers":[]})").mistakes.find("sign_in.app") !=
        std::string::npos);
  CHECK(read(R"("sign_in":{"app":"http://short-breaks.example","providers":[]})").mistakes.find("sign_in.app") !=
        std::string::npos);
}

TEST_CASE("two providers of one id are told apart by nobody, so they are refused") {
  const std::string two = good_provider.text() + "," + good_provider.text();
  CHECK(read(R"("sign_in":{"app":"https://short-breaks.example","providers":[)" + two + "]}")
            .mistakes.find("id of its own") != std::string::npos);
}

TEST_CASE("V13.3.1: secrets come from a file or the environment, and what is wrong with them is told without them") {
  SignInConfig config = read_provider_of(good_provider).config;
  ::unsetenv("ALONGSIDE_TEST_SECRET");
  CHECK(provider_secrets(config).error().detail.find("$ALONGSIDE_TEST_SECRET") != std::string::npos);
  ::setenv("ALONGSIDE_TEST_SECRET", "hunter2", 1);
  CHECK(provider_secrets(config)->front().secret == "hunter2");
  const auto path = std::filesystem::temp_directory_path() / "alongside-sign-in-key-test.pem";
  const TokenForge forge;
  std::ofstream(path) << forge.ec_private_pem();
  config.providers.front().proof = ClientProof::PrivateKey;
  config.providers.front().secret = {path.string(), ""};
  CHECK(provider_secrets(config)->front().key.has_value());
  std::ofstream(path) << "hunter2";
  const auto bad = provider_secrets(config);
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.error().detail.find("PEM") != std::string::npos);
  CHECK(bad.error().detail.find("hunter2") == std::string::npos);
  std::filesystem::remove(path);
  CHECK(provider_secrets(config).error().detail.find("cannot be read") != std::string::npos);
}

TEST_CASE("passkeys are offered where families open a name, unless the council says no, and never at a mere address") {
  const auto read_with = [](const std::string& app, const std::string& more) {
    return read(R"("sign_in":{"app":")" + app + "\"" + more + R"(,"codes":"alone","providers":[]})");
  };
  const auto offered = [&](const std::string& app, const std::string& more = "") {
    return read_with(app, more).config.passkeys == PasskeyUse::Offered;
  };
  CHECK(offered("https://short-breaks.example"));
  CHECK(offered("http://localhost:8080"));
  CHECK(offered("https://short-breaks.example", R"(,"passkeys":"offered")"));
  CHECK_FALSE(offered("https://short-breaks.example", R"(,"passkeys":"off")"));
  CHECK_FALSE(offered("http://127.0.0.1:8080"));
  CHECK_FALSE(offered("http://[::1]:8080"));
  CHECK(read_with("http://127.0.0.1:8080", "").mistakes.empty());
  CHECK(read_with("http://127.0.0.1:8080", R"(,"passkeys":"offered")").mistakes.find("passkeys") != std::string::npos);
  CHECK(read_with("https://short-breaks.example", R"(,"passkeys":"yes")").mistakes.find("passkeys") !=
        std::string::npos);
  CHECK(read_with("https://short-breaks.example:8443", "").config.host() == "short-breaks.example");
  CHECK(read_with("http://[::1]:8080", "").config.host() == "[::1]");
  CHECK(tells(good_provider.with("id", "\"passkey\""), "taken by passkeys"));
}
