// The council's codes: good once, slow to guess, and never a way to lock somebody out.
#include "tests/unit/server/sign_in/sign_in_world.hpp"

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

TEST_CASE("V6.4.1 V6.5.1: a code is good once, for a week, however it is typed, and the next one makes it worthless") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  const std::string first = world.invitation(Who::Parent), second = world.invitation(Who::Parent);
  CHECK(world.service.redeem(world.entry(first)).error().code == ErrorCode::NotAllowed);
  std::string typed = " ";
  for (const char c : second) typed += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  CHECK(world.service.redeem(world.entry(typed)).ok());
  REQUIRE(
      world
          .arrive(world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"family-18\"")), world.browser)
          .ok());
  CHECK(world.service.redeem(world.entry(second)).error().code == ErrorCode::NotAllowed);
  const std::string late = world.invitation(Who::Carer);
  world.clock.go_on(7 * day);
  REQUIRE(
      world
          .arrive(world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"family-18\"")), world.browser)
          .ok());
  CHECK(world.service.redeem(world.entry(late)).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("V2.3.1: a code without a sign-in at a provider opens nothing") {
  SignInWorld world;
  const std::string code = world.invitation(Who::Parent);
  CHECK(world.service.redeem(world.entry(code)).error().code == ErrorCode::SignedOut);
  REQUIRE(world.go_there_and_back().ok());
  world.clock.go_on(30 * minute);
  CHECK(world.service.redeem(world.entry(code)).error().code == ErrorCode::SignedOut);
}

TEST_CASE("where the council says so, a code signs in by itself, once") {
  SignInWorld world;
  world.config.codes = CodeUse::Alone;
  const std::string code = world.invitation(Who::Parent);
  CodeEntry entry = world.entry(code);
  entry.cookies.signing_in.reset();
  const auto in = world.service.redeem(entry);
  REQUIRE_MESSAGE(in.ok(), in.error().detail);
  CHECK(world.sessions.find(in->session.token)->actor.person == person(Who::Parent));
  CHECK(in->then == "/");
  CHECK(world.service.start_of(in->session.actor).value() == "/signin");
  CHECK(world.service.redeem(entry).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("V6.5.2: a code is spoilt by five wrong guesses at it, and the database does not hold it") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  const std::string code = world.invitation(Who::Parent);
  auto select = world.database.prepare("SELECT name, hash FROM sign_in_code");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_text(0) == code.substr(0, 4));
  const auto hash = select->column_bytes(1);
  CHECK(std::string(hash.begin(), hash.end()).find(code.substr(5, 4)) == std::string::npos);
  select->reset();
  const std::string wrong = code.substr(0, 5) + (code[5] == 'X' ? "Y" : "X") + code.substr(6);
  for (int i = 0; i < 5; ++i) CHECK(world.service.redeem(world.entry(wrong)).error().code == ErrorCode::NotAllowed);
  CHECK(world.service.redeem(world.entry(code)).error().code == ErrorCode::NotAllowed);
}

TEST_CASE(
    "V6.3.1 V6.6.3: 100,000 guesses from one address in a day get some hundreds looked at, and a restart forgives "
    "none") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  int looked_at = 0, refused = 0;
  for (int i = 0; i < 100; ++i) {
    const auto guess = world.service.redeem(world.entry("AAAA-AAAA-AAA" + std::to_string(i % 10)));
    ++(guess.error().code == ErrorCode::NotAllowed ? looked_at : refused);
  }
  CHECK(looked_at == 20);
  CHECK(refused == 80);
  SignInService restarted(world.database, world.clock, world.chance, world.sessions, world.config);
  CHECK(restarted.redeem(world.entry("AAAA-AAAA-AAAA")).error().code == ErrorCode::Unavailable);
  CodeEntry elsewhere = world.entry("AAAA-AAAA-AAAA");
  elsewhere.address = "192.0.2.2";
  CHECK(restarted.redeem(elsewhere).error().code == ErrorCode::NotAllowed);
  world.clock.go_on(3 * minute);
  CHECK(restarted.redeem(world.entry("AAAA-AAAA-AAAA")).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("V15.2.2: where no try is left nothing slow is done, and a code that is guessed at is not even spoilt") {
  SignInWorld world;
  REQUIRE(world.go_there_and_back().ok());
  const std::string code = world.invitation(Who::Parent);
  for (int i = 0; i < 20; ++i) (void)world.service.redeem(world.entry("AAAA-AAAA-AAAA"));
  const std::string wrong = code.substr(0, 5) + (code[5] == 'X' ? "Y" : "X") + code.substr(6);
  for (int i = 0; i < 10; ++i) CHECK(world.service.redeem(world.entry(wrong)).error().code == ErrorCode::Unavailable);
  CodeEntry elsewhere = world.entry(code);
  elsewhere.address = "192.0.2.2";
  CHECK(world.service.redeem(elsewhere).ok());
}

TEST_CASE(
    "whoever has signed in on a device before is let in with a right code, however many somebody else there guessed") {
  SignInWorld world;
  const SignedInByCode before = world.linked(Who::Parent);
  REQUIRE(world
              .arrive(world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"new-account\"")),
                      world.browser)
              .ok());
  for (int i = 0; i < 30; ++i) (void)world.service.redeem(world.entry("BBBB-BBBB-BBBB"));
  const std::string code = world.invitation(Who::Parent);
  CodeEntry theirs = world.entry(code);
  CHECK(world.service.redeem(theirs).error().code == ErrorCode::Unavailable);
  theirs.cookies.device = before.device;
  CHECK(world.service.redeem(theirs).ok());
}

TEST_CASE("a device that knows one person opens no shorter way to another's code") {
  SignInWorld world;
  const SignedInByCode before = world.linked(Who::Parent);
  REQUIRE(
      world
          .arrive(world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"family-18\"")), world.browser)
          .ok());
  for (int i = 0; i < 30; ++i) (void)world.service.redeem(world.entry("BBBB-BBBB-BBBB"));
  CodeEntry entry = world.entry(world.invitation(Who::Carer));
  entry.cookies.device = before.device;
  CHECK(world.service.redeem(entry).error().code == ErrorCode::Unavailable);
}

TEST_CASE("V7.4.3: a recovery ends what was open and unties who was tied before") {
  SignInWorld world;
  const SignedInByCode old = world.linked(Who::Parent);
  const auto recovery = world.service.issue_code(person(Who::Parent), CodePurpose::Recovery, "Pat Officer");
  REQUIRE(recovery.ok());
  CHECK(world.knows(old.session.token));  // not before the code is used
  REQUIRE(world
              .arrive(world.answer_to(world.begin(world.browser), world.claims.with("sub", "\"new-account\"")),
                      world.browser)
              .ok());
  const auto in = world.service.redeem(world.entry(recovery.value()));
  REQUIRE(in.ok());
  CHECK_FALSE(world.knows(old.session.token));
  CHECK(world.knows(in->session.token));
  CHECK_FALSE(world.go_there_and_back()->session.has_value());
  auto select = world.database.prepare("SELECT what, officer FROM sign_in_audit ORDER BY number DESC LIMIT 2");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_text(0) == "recovered");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_text(1) == "Pat Officer");
}

TEST_CASE("a code for nobody is not made") {
  SignInWorld world;
  const auto nobody = PersonId::parse("30000000-0000-4000-8000-0000000000ff").value();
  CHECK(world.service.issue_code(nobody, CodePurpose::Invitation, "").error().code == ErrorCode::NotFound);
}
