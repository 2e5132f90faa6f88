// SignInWorld: signing in from beginning to end, with a provider that answers in the same program and a clock that goes
// on when told. Made by the tests of SignInService.
#pragma once

#include "app/server/mail/mail_tables.hpp"
#include "app/server/passkeys/passkey_tables.hpp"
#include "app/server/query.hpp"
#include "app/server/sign_in/sign_in_service.hpp"
#include "app/server/sign_in/sign_in_tables.hpp"
#include "tests/unit/server/family_world.hpp"
#include "tests/unit/server/sign_in/token_forge.hpp"

#include <map>
#include <optional>
#include <string>

namespace alongside::testing {

inline const TokenForge& provider_forge() {
  static const TokenForge made;
  return made;
}

// Answers at once, as a provider would.
struct HereProvider final : server::WebFetcher {
  std::map<std::string, server::WebResult> answers;  // by address
  std::map<std::string, int> asked;
  std::string last_form;

  void fetch(server::WebQuestion question, std::function<void(server::WebResult)> done) override {
    ++asked[question.address];
    if (!question.form.empty()) last_form = question.form;
    const auto found = answers.find(question.address);
    done(found == answers.end() ? server::WebResult(Error{ErrorCode::Offline, "nobody"}) : found->second);
  }
  void say(const std::string& address, const std::string& body) {
    answers.insert_or_assign(address, server::WebResult(server::WebAnswer{200, "application/json", body}));
  }
};

inline const std::string issuer = "https://login.northmere.example";

struct SignInWorld : FamilyWorld {
  server::SystemChance chance;
  server::SessionLimits limits;
  server::Sessions sessions{database, clock, chance, limits};
  server::SignInConfig config;
  server::SignInService service{database, clock, chance, sessions, config};
  HereProvider provider;
  server::SessionToken browser = server::SessionToken::random(chance);
  Members claims = provider_forge().claims();
  std::string more_of_document;

  SignInWorld() {
    REQUIRE(server::apply_migrations(database, "sign_in", server::sign_in_migrations()).ok());
    REQUIRE(server::apply_migrations(database, "mail", server::mail_migrations()).ok());
    REQUIRE(server::apply_migrations(database, "passkeys", server::passkey_migrations()).ok());
    config.app = "https://short-breaks.example";
    for (const std::string id : {"council", "other"}) {
      server::ProviderConfig one;
      one.id = id;
      one.issuer = id == "council" ? issuer : "https://other.example";
      one.client_id = forged_client;
      one.proof = server::ClientProof::Secret;
      config.providers.push_back(one);
    }
    server::ProviderSecret secret;
    secret.secret = "hunter2";
    service.open({secret, secret}, provider);
    publish("");
    provider.say(issuer + "/keys", R"({"keys":[)" + provider_forge().ec_jwk() + "]}");
    provider.say("https://other.example/keys", R"({"keys":[)" + provider_forge().ec_jwk() + "]}");
  }

  void publish(const std::string& more) {
    for (const std::string& at : {issuer, std::string("https://other.example")}) {
      provider.say(at + "/.well-known/openid-configuration",
                   R"({"issuer":")" + at + R"(","authorization_endpoint":")" + at + R"(/auth","token_endpoint":")" +
                       at + R"(/token","jwks_uri":")" + at + R"(/keys","end_session_endpoint":")" + at + "/end\"" +
                       more + "}");
    }
  }

  // The parameters with which a browser goes to the provider.
  server::Query begin(const server::SessionToken& from, const std::string& id = "council",
                      const std::string& then = "/money") {
    std::string address;
    service.begin({id, then, "A phone"}, from, [&](const Result<std::string>& given) {
      REQUIRE_MESSAGE(given.ok(), given.error().detail);
      address = given.value();
    });
    REQUIRE(!address.empty());
    last_address = address;
    return server::Query::parse(std::string_view(address).substr(address.find('?') + 1));
  }

  // The provider signs them in and answers their code.
  server::ProviderReturn answer_to(const server::Query& asked, const Members& with) {
    const Members token = with.with("nonce", json_quoted(asked.value("nonce")))
                              .with("iat", std::to_string(clock.now_ms() / 1000))
                              .with("exp", std::to_string(clock.now_ms() / 1000 + 120));
    say_token(provider_forge().token(provider_forge().header(), token));
    server::ProviderReturn answer;
    answer.provider = "council";
    answer.state = asked.value("state");
    answer.code = "a-code";
    return answer;
  }
  void say_token(const std::string& token) {
    provider.say(issuer + "/token", R"({"id_token":")" + token + R"(","access_token":"x","token_type":"Bearer"})");
  }

  Result<server::Arrival> arrive(const server::ProviderReturn& answer, const server::SessionToken& from) {
    std::optional<Result<server::Arrival>> came;
    service.arrive(answer, from, {}, [&](Result<server::Arrival> arrival) { came = std::move(arrival); });
    REQUIRE(came.has_value());
    return *came;
  }
  Result<server::Arrival> go_there_and_back() { return arrive(answer_to(begin(browser), claims), browser); }

  server::CodeEntry entry(const std::string& typed) {
    server::CodeEntry entered;
    entered.typed = typed;
    entered.address = "192.0.2.1";
    entered.cookies.signing_in = browser;
    return entered;
  }
  std::string invitation(Who who) {
    const auto code = service.issue_code(person(who), server::CodePurpose::Invitation, "");
    REQUIRE(code.ok());
    return code.value();
  }
  server::SignedInByCode linked(Who who) {
    REQUIRE(go_there_and_back().ok());
    auto in = service.redeem(entry(invitation(who)));
    REQUIRE_MESSAGE(in.ok(), in.error().detail);
    return in.value();
  }
  bool knows(const server::SessionToken& token) { return sessions.find(token)->actor.signed_in(); }

  Result<void> tell_logout(const Members& token, const std::string& to = "council") {
    std::optional<Result<void>> told;
    const Members timed = token.with("iat", std::to_string(clock.now_ms() / 1000))
                              .with("exp", std::to_string(clock.now_ms() / 1000 + 120));
    service.told_logout(to, provider_forge().token(provider_forge().header(), timed),
                        [&](Result<void> result) { told = std::move(result); });
    REQUIRE(told.has_value());
    return *told;
  }

  std::string last_address;
};

}  // namespace alongside::testing
