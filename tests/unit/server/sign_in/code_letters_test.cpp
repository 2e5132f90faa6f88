// Codes by email: how long one works, and what a letter that was delayed, refused or taken back leaves behind.
#include "app/server/mail/code_letters.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/mail_outbox.hpp"
#include "tests/unit/server/sign_in/sign_in_world.hpp"

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

struct CodeWorld : SignInWorld {
  CodeLetters letters{database, documents};
  MailConfig mail;

  CodeWorld() {
    config.codes = CodeUse::Alone;
    mail.app = config.app;
    auto update = database.prepare("UPDATE person SET email = 'parent@canary.example' WHERE id = ?1");
    REQUIRE(update.ok());
    REQUIRE(bind_id(update.value(), 1, person(Who::Parent)).run().ok());
  }

  void ask(Who who, CodePurpose purpose = CodePurpose::Invitation) {
    REQUIRE(letters.ask_for(person(who), purpose, clock.now_ms(), chance).ok());
  }
  std::optional<DueLetter> due() {
    auto found = letters.take_due(mail, clock.now_ms(), chance);
    REQUIRE_MESSAGE(found.ok(), found.error().detail);
    return found.value();
  }
  static std::string code_in(const DueLetter& letter) {
    const std::size_t at = letter.text.find("\n\n") + 2;
    return letter.text.substr(at, 14);
  }
  bool opens(const std::string& code) {
    CodeEntry typed = entry(code);
    typed.cookies.signing_in.reset();
    return service.redeem(typed).ok();
  }
};

}  // namespace

TEST_CASE("a code that went by email works for two days, and then no more") {
  CodeWorld world;
  world.ask(Who::Parent);
  const auto letter = world.due();
  REQUIRE(letter);
  CHECK(letter->to == "parent@canary.example");
  CHECK(letter->subject == "Your code for Alongside / Eich cod ar gyfer Alongside");
  CHECK(letter->text.find("23 November 2026") != std::string::npos);
  CHECK(letter->text.find("23 Tachwedd 2026") != std::string::npos);
  world.clock.go_on(2 * day - minute);
  CHECK(world.opens(CodeWorld::code_in(*letter)));
  world.ask(Who::Parent);
  const auto second = world.due();
  REQUIRE(second);
  world.clock.go_on(2 * day);
  CHECK_FALSE(world.opens(CodeWorld::code_in(*second)));
}

TEST_CASE("a letter that is tried again has another code, and the earlier one does not work") {
  CodeWorld world;
  world.ask(Who::Parent);
  const auto first = world.due();
  REQUIRE(first);
  CHECK_FALSE(world.due());  // under way
  REQUIRE(world.letters.settle(*first, {MailFate::Later, "later_451"}, world.clock.now_ms()).value());
  CHECK_FALSE(world.opens(CodeWorld::code_in(*first)));
  world.clock.go_on(hour);
  const auto second = world.due();
  REQUIRE(second);
  CHECK(CodeWorld::code_in(*second) != CodeWorld::code_in(*first));
  CHECK_FALSE(world.letters.settle(*second, {MailFate::Sent, ""}, world.clock.now_ms()).value());
  CHECK_FALSE(world.due());
  CHECK(world.opens(CodeWorld::code_in(*second)));
}

TEST_CASE("a letter that fails each time is given up after eight tries, and nothing of it is left") {
  CodeWorld world;
  world.ask(Who::Parent);
  int tries = 0;
  for (bool again = true; again && tries < 20; ++tries) {
    const auto letter = world.due();
    REQUIRE(letter);
    again = world.letters.settle(*letter, {MailFate::Later, "no_connection"}, world.clock.now_ms()).value();
    CHECK_FALSE(world.opens(CodeWorld::code_in(*letter)));
    world.clock.go_on(5 * hour);
  }
  CHECK(tries == CodeLetters::most_tries);
  CHECK_FALSE(world.due());
}

TEST_CASE("a letter that could not leave for two days never does") {
  CodeWorld world;
  world.ask(Who::Parent);
  world.clock.go_on(2 * day + minute);
  CHECK_FALSE(world.due());
  world.clock.go_on(-(2 * day + minute));
  CHECK_FALSE(world.due());
}

TEST_CASE("whoever has no address is left out without a word, and a letter about nobody is refused") {
  CodeWorld world;
  world.ask(Who::Helper);
  CHECK_FALSE(world.due());
  CHECK(world.letters.ask_for(PersonId(IdBytes{9}), CodePurpose::Invitation, 0, world.chance).error().code ==
        ErrorCode::NotFound);
}

TEST_CASE("two letters to one person are one, and a code that was printed meanwhile is not made worthless by it") {
  CodeWorld world;
  world.ask(Who::Parent);
  world.ask(Who::Parent, CodePurpose::Recovery);
  const auto letter = world.due();
  REQUIRE(letter);
  const std::string printed = world.invitation(Who::Parent);
  world.letters.settle(*letter, {MailFate::Refused, "refused_550"}, world.clock.now_ms()).value();
  CHECK_FALSE(world.opens(CodeWorld::code_in(*letter)));
  world.clock.go_on(hour);
  CHECK_FALSE(world.due());
  CHECK(world.opens(printed));
}
