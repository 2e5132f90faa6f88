// Signing in by a provider: attempts and their browsers, mix-ups, newer keys, logouts.
#include "tests/unit/server/sign_in/sign_in_world.hpp"

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

TEST_CASE("V10.2.1: a browser goes to the provider with PKCE, a state and a nonce, and no two times are alike") {
  SignInWorld world;
  const Query first = world.begin(world.browser), second = world.begin(world.browser);
  CHECK(world.last_address.starts_with(issuer + "/auth?response_type=code&client_id=alongside&"));
  CHECK(first.value("redirect_uri") == "https://short-breaks.example/sign-in/council/back");
  CHECK(first.value("scope") == "openid");
  CHECK(first.value("code_challenge_method") == "S256");
  for (const std::string_view name : {"state", "nonce", "code_challenge"}) {
    CHECK(first.value(name).size() == 43);
    CHECK(first.value(name) != second.value(name));
  }
  CHECK(first.values("vtr").empty());
  CHECK(world.last_address.find(world.browser.text()) == std::string::npos);
}

TEST_CASE("nobody is signed in by a provider alone: who is new waits for a code") {
  SignInWorld world;
  const auto arrival = world.go_there_and_back();
  REQUIRE_MESSAGE(arrival.ok(), arrival.error().detail);
  CHECK_FALSE(arrival->session.has_value());
  CHECK(world.service.waiting(world.browser).value().has_value());
  CHECK(world.provider.last_form.find("code=a-code") != std::string::npos);
  CHECK(world.provider.last_form.find("code_verifier=") != std::string::npos);
  CHECK(world.provider.last_form.find("hunter2") == std::string::npos);
}

TEST_CASE("V10.5.2: a code ties them to their person once, and from then on the provider is enough") {
  SignInWorld world;
  const SignedInByCode in = world.linked(Who::Parent);
  CHECK(world.sessions.find(in.session.token)->actor.person == person(Who::Parent));
  CHECK(in.then == "/money");
  CHECK_FALSE(world.service.waiting(world.browser).value().has_value());
  const auto again = world.go_there_and_back();
  REQUIRE(again.ok());
  REQUIRE(again->session.has_value());
  CHECK(again->session->actor.person == person(Who::Parent));
  const auto another = world.arrive(
      world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"family-18\"")), world.browser);
  CHECK_FALSE(another->session.has_value());
}

TEST_CASE("V10.1.2: an answer is refused that no browser asked for, or another did:") {
  SignInWorld world;
  const Query asked = world.begin(world.browser);
  ProviderReturn answer = world.answer_to(asked, world.claims);
  const SessionToken other = SessionToken::random(world.chance);
  const auto refused = [&](const ProviderReturn& given, const SessionToken& from) {
    const auto arrival = world.arrive(given, from);
    return !arrival.ok() && arrival.error().code == ErrorCode::NotAllowed;
  };
  SUBCASE("another browser's") { CHECK(refused(answer, other)); }
  SUBCASE("a state that was never given") {
    answer.state = SessionToken::random(world.chance).text();
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("an empty state") {
    answer.state = "";
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("the same state twice") {
    CHECK(world.arrive(answer, world.browser).ok());
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("a state that another browser has used up is still this one's") {
    CHECK(refused(answer, other));
    CHECK(world.arrive(answer, world.browser).ok());
  }
  SUBCASE("after a quarter of an hour") {
    world.clock.go_on(15 * minute);
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("at another provider's return address") {
    answer.provider = "other";
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("of another issuer") {
    answer.issuer = "https://other.example";
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("of an issuer with a slash more") {
    answer.issuer = issuer + "/";
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("without a code") {
    answer.code = "";
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("the nonce of an earlier attempt of the same browser") {
    const Query later = world.begin(world.browser);
    ProviderReturn mixed = world.answer_to(asked, world.claims);
    mixed.state = later.value("state");
    CHECK(refused(mixed, world.browser));
  }
  SUBCASE("an ID token for another client") {
    answer = world.answer_to(asked, world.claims.with("aud", "\"another-client\""));
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("an ID token of another issuer's, signed with the same key") {
    answer = world.answer_to(asked, world.claims.with("iss", "\"https://other.example\""));
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("a code that the provider does not take") {
    world.provider.answers.insert_or_assign(
        issuer + "/token", WebResult(WebAnswer{400, "application/json", R"({"error":"invalid_grant"})"}));
    CHECK(refused(answer, world.browser));
  }
  SUBCASE("a level of trust that was not reached") {
    world.config.providers.front().levels = {"Cl.Cm"};
    CHECK(refused(answer, world.browser));
  }
}

TEST_CASE("V10.2.2: a provider that says it always names itself is not believed without its name") {
  SignInWorld world;
  world.publish(R"(,"authorization_response_iss_parameter_supported":true)");
  ProviderReturn answer = world.answer_to(world.begin(world.browser), world.claims);
  CHECK(world.arrive(answer, world.browser).error().code == ErrorCode::NotAllowed);
  answer = world.answer_to(world.begin(world.browser), world.claims);
  answer.issuer = issuer;
  CHECK(world.arrive(answer, world.browser).ok());
}

TEST_CASE("who changes their mind at the provider is told so, and nothing is exchanged") {
  SignInWorld world;
  ProviderReturn answer = world.answer_to(world.begin(world.browser), world.claims);
  answer.code = "";
  answer.error = "access_denied";
  CHECK(world.arrive(answer, world.browser).error().code == ErrorCode::Conflict);
  CHECK(world.provider.asked[issuer + "/token"] == 0);
}

TEST_CASE("V15.3.2: a provider that does not answer, or not as one, signs nobody in:") {
  SignInWorld world;
  const ProviderReturn answer = world.answer_to(world.begin(world.browser), world.claims);
  const auto set = [&](const std::string& path, WebResult result) {
    world.provider.answers.insert_or_assign(issuer + path, std::move(result));
  };
  SUBCASE("no answer to the code") { set("/token", Error{ErrorCode::Offline, "it did not answer"}); }
  SUBCASE("a redirect in place of an answer") { set("/token", Error{ErrorCode::NotAllowed, "it sends us on"}); }
  SUBCASE("a page in place of an answer") { set("/token", WebAnswer{200, "text/html", "<p>"}); }
  SUBCASE("no keys") { set("/keys", Error{ErrorCode::Offline, "it did not answer"}); }
  SUBCASE("keys that are too large") { set("/keys", Error{ErrorCode::TooLarge, "its answer is too large"}); }
  SUBCASE("keys in a page") { set("/keys", WebAnswer{200, "text/html", R"({"keys":[]})"}); }
  SUBCASE("keys that are an error") { set("/keys", WebAnswer{500, "application/json", R"({"keys":[]})"}); }
  CHECK_FALSE(world.arrive(answer, world.browser).ok());
  CHECK_FALSE(world.service.waiting(world.browser).value().has_value());
}

TEST_CASE("a provider's new key is asked for when a token names it, and no more than once a minute") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  CHECK(world.provider.asked[issuer + "/keys"] == 1);
  const auto with_kid = [&](const std::string& kid) {
    const Query asked = world.begin(world.browser);
    ProviderReturn answer = world.answer_to(asked, world.claims);
    world.say_token(provider_forge().token(provider_forge().header().with("kid", json_quoted(kid)),
                                           world.claims.with("nonce", json_quoted(asked.value("nonce")))
                                               .with("iat", std::to_string(world.clock.now_ms() / 1000))
                                               .with("exp", std::to_string(world.clock.now_ms() / 1000 + 120))));
    return world.arrive(answer, world.browser).ok();
  };
  std::string renamed = provider_forge().ec_jwk();
  renamed.replace(renamed.find("ec-1"), 4, "ec-2");
  world.provider.say(issuer + "/keys", R"({"keys":[)" + renamed + "]}");
  world.clock.go_on(minute);
  CHECK(with_kid("ec-2"));
  CHECK(world.provider.asked[issuer + "/keys"] == 2);
  for (int i = 0; i < 20; ++i) CHECK_FALSE(with_kid("ec-9"));
  CHECK(world.provider.asked[issuer + "/keys"] == 2);
  world.clock.go_on(minute);
  CHECK_FALSE(with_kid("ec-9"));
  CHECK(world.provider.asked[issuer + "/keys"] == 3);
}

TEST_CASE("while a provider's keys cannot be fetched, those of the last day still count") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  world.provider.answers.erase(issuer + "/keys");
  world.provider.answers.erase(issuer + "/.well-known/openid-configuration");
  world.clock.go_on(2 * hour);
  CHECK(world.go_there_and_back().ok());
  world.clock.go_on(25 * hour);
  std::string trouble;
  world.service.begin({"council", "/", ""}, world.browser, [&](const Result<std::string>& address) {
    if (!address) trouble = address.error().detail;
  });
  CHECK_FALSE(trouble.empty());
}

TEST_CASE("V7.6.1: a provider's logout ends the session that came from there, once, and no other") {
  SignInWorld world;
  const SignedInByCode in = world.linked(Who::Parent);
  const auto elsewhere =
      world.arrive(world.answer_to(world.begin(world.browser), world.claims.with("sid", "\"there-2\"")), world.browser);
  REQUIRE(elsewhere->session.has_value());
  const Members logout = provider_forge().logout_claims();
  CHECK_FALSE(world.tell_logout(logout.with("aud", "\"another-client\"")).ok());
  CHECK_FALSE(world.tell_logout(logout, "other").ok());
  CHECK(world.knows(in.session.token));
  CHECK(world.tell_logout(logout).ok());
  CHECK_FALSE(world.knows(in.session.token));
  CHECK(world.knows(elsewhere->session->token));
  CHECK(world.tell_logout(logout).error().code == ErrorCode::NotAllowed);  // replayed
  CHECK(world.tell_logout(logout.with("jti", "\"logout-2\"").without("sid")).ok());
  CHECK_FALSE(world.knows(elsewhere->session->token));
}

TEST_CASE("who signs out here is sent to sign out at the provider, once, from the same browser") {
  SignInWorld world;
  const SignedInByCode in = world.linked(Who::Parent);
  const SessionToken leaving = SessionToken::random(world.chance), other = SessionToken::random(world.chance);
  CHECK(world.service.begin_leaving(in.session.actor, leaving).value() == "/sign-in/council/leave");
  const auto leave = [&](const SessionToken& from) {
    std::string address;
    world.service.leave("council", from, [&](const Result<std::string>& to) { address = to.value(); });
    return address;
  };
  CHECK(leave(other) == "/");
  const std::string address = leave(leaving);
  CHECK(address.starts_with(issuer + "/end?id_token_hint=ey"));
  CHECK(address.find("post_logout_redirect_uri=https%3A%2F%2Fshort-breaks.example%2F") != std::string::npos);
  CHECK(leave(leaving) == "/");
  CHECK(world.service.begin_leaving({}, leaving).value().empty());
}
