// "I don't feel safe": said first what happens, kept and sent, told to the safeguarding contact at once and to whoever
// is next when nobody acknowledges it, and never called received before it was.
#include "app/server/mail/mail_outbox.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/safety_box.hpp"
#include "plugins/feedback/api/safety_verbs.hpp"
#include "plugins/feedback/pages/unsafe_page.hpp"
#include "plugins/safe/words.hpp"
#include "tests/unit/plugins/survey_screen.hpp"
#include "tests/unit/server/family_world.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::InFront;
using testing::Who;
using ui::Role;

namespace {

struct SafeCouncil : testing::FamilyWorld {
  server::CouncilConfig council;
  server::FeatureContext context{database, council, clock, access, documents};
  std::unique_ptr<server::Feature> feature = make_feature(context);
  server::Verbs verbs;
  server::Operations operations;
  server::MailOutbox outbox{database, documents};
  SafetyBox box{context, chance};

  SafeCouncil() {
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
    REQUIRE(server::apply_migrations(database, "mail", server::mail_migrations()).ok());
    council.council.safeguarding.email = "worried@northmere.example";
    council.safety = {2, "duty@northmere.example"};
    add_safety_access(table);
    add_safety_rules(operations, context, chance);
    feature->verbs(verbs);
  }

  SafetyCall call(std::uint8_t number = 1) const {
    IdBytes id{};
    id[0] = number;
    return {SafetyId(id), "He shouts at night", "After school, at the library", {}};
  }
  std::string verb(const char* name, std::vector<std::string> arguments = {}) {
    const auto said = verbs.find("safety", name)->handler(arguments);
    return said.ok() ? said.value() : "refused: " + said.error().detail;
  }
  std::optional<server::DueLetter> due() { return outbox.take_due({}, clock.now_ms()).value(); }
  Result<server::Applied> apply(Who who, const wire::Subject& subject, const SafetyCall& call) {
    const server::Actor actor = testing::actor(who);
    wire::Operation operation;
    operation.actor = actor.person;
    operation.subject = subject;
    operation.kind = PutSafetyCall::schema.id;
    operation.payload = wire::encode_payload(PutSafetyCall{call, {}});
    const auto* kind = operations.find(PutSafetyCall::schema.id, PutSafetyCall::schema.version);
    server::OperationContext with{actor, operation, kind->what, documents, database, clock};
    return kind->rule(with);
  }
};

struct UnsafeScreen : testing::SurveyScreen {
  UnsafePage unsafe{host};
  explicit UnsafeScreen(InFront who) : SurveyScreen(who) {
    harness.words().add(safe_words);
    host.council_.safeguarding.phone = "01632 960321";
    host.council_.emergency = {"If someone is in danger now, ring 999.", ""};
    unsafe.opened(Route::parse("/say/safe"));
    draw();
  }
  void draw() { PageScreen::draw(unsafe); }
  void press(const char* name) {
    harness.activate(harness.find(Role::Button, name));
    draw();
  }
};

constexpr const char* not_yet =
    "The council does not have it yet. It is saved on this device, and we keep trying. If you can, ring.";
constexpr const char* with_council = "The council has it. We do not know yet that somebody has read it.";

}  // namespace

TEST_CASE("the safeguarding contact has a letter at once, and whoever is next when nobody acknowledges in time") {
  SafeCouncil council;
  REQUIRE(council.box.receive(council.call()).ok());
  const auto first = council.due();
  REQUIRE(first.has_value());
  CHECK(first->to == "worried@northmere.example");
  CHECK(first->text.find("council-api safety show " + council.call().id.text()) != std::string::npos);
  CHECK(first->text.find("shouts") == std::string::npos);
  REQUIRE(council.outbox.settle(*first, {server::MailFate::Sent, ""}, council.clock.now_ms()).ok());
  CHECK_FALSE(council.due().has_value());
  council.clock.go_on(2 * testing::hour);
  const auto next = council.due();
  REQUIRE(next.has_value());
  CHECK(next->to == "duty@northmere.example");
  CHECK(next->subject == "Still not acknowledged: somebody does not feel safe");
}

TEST_CASE("a letter that the mail server does not take is tried again, for as long as it needs") {
  SafeCouncil council;
  REQUIRE(council.box.receive(council.call()).ok());
  for (int i = 0; i < 40; ++i) {
    const auto letter = council.due();
    REQUIRE(letter.has_value());
    REQUIRE(council.outbox.settle(*letter, {server::MailFate::Refused, "refused_550"}, council.clock.now_ms()).ok());
    council.clock.go_on(31 * testing::minute);
  }
}

TEST_CASE("whoever acknowledges it is named, nobody else is told, and it cannot be acknowledged twice") {
  SafeCouncil council;
  REQUIRE(council.box.receive(council.call()).ok());
  const std::string id = council.call().id.text();
  CHECK(council.verb("list") == id + "  came 0 min ago  without a name  NOT ACKNOWLEDGED\n1 not acknowledged.\n");
  CHECK(council.verb("show", {id}).find("What they wrote: He shouts at night") != std::string::npos);
  CHECK(council.verb("acknowledge", {id, " "}).find("refused: write who") == 0);
  CHECK(council.verb("acknowledge", {id, "R. Lewis"}) == "Acknowledged. If they are signed in, they can see it.\n");
  CHECK(council.verb("list").find("acknowledged by R. Lewis\n0 not acknowledged.\n") != std::string::npos);
  CHECK(council.verb("acknowledge", {id, "Other"}) == "refused: R. Lewis has acknowledged this already");
  council.clock.go_on(3 * testing::hour);
  CHECK_FALSE(council.due().has_value());
}

TEST_CASE("the same call again is one, another under its id is none, and what is too long is refused") {
  SafeCouncil council;
  REQUIRE(council.box.receive(council.call()).ok());
  REQUIRE(council.box.receive(council.call()).ok());
  CHECK(council.box.lines().value().size() == 1);
  SafetyCall other = council.call();
  other.words = "x";
  CHECK(council.box.receive(other).error().code == ErrorCode::Conflict);
  SafetyCall endless = council.call(2);
  endless.words = std::string(4001, 'x');
  CHECK(council.box.receive(endless).error().code == ErrorCode::TooLarge);
  CHECK_FALSE(council.box.receive(SafetyCall()).ok());
  SafetyCall spoilt = council.call(3);
  spoilt.words = "\xff";
  CHECK_FALSE(council.box.receive(spoilt).ok());
}

TEST_CASE("a flood of calls is all kept, and does not bury the mailbox") {
  SafeCouncil council;
  for (std::uint8_t i = 1; i <= 50; ++i) REQUIRE(council.box.receive(council.call(i)).ok());
  CHECK(council.box.lines().value().size() == 50);
  int letters = 0;
  while (const auto letter = council.due()) {
    ++letters;
    REQUIRE(council.outbox.settle(*letter, {server::MailFate::Sent, ""}, council.clock.now_ms()).ok());
  }
  CHECK(letters == 20);
}

TEST_CASE("who is signed in sees that it was read, nobody else does, and nobody calls in another's name") {
  SafeCouncil council;
  const SafetyCall call = council.call();
  CHECK_FALSE(council.apply(Who::Carer, testing::own_things(Who::YoungPerson), call).ok());
  CHECK(council.box.lines().value().empty());
  REQUIRE(council.apply(Who::YoungPerson, testing::own_things(Who::YoungPerson), call).ok());
  const DocumentId document(call.id.bytes());
  const auto kept = [&] {
    return wire::decode_payload<KeptSafetyCall>(council.documents.find_by_council(document).value()->content).value();
  };
  CHECK_FALSE(kept().is_read);
  for (const Who other : {Who::Parent, Who::Carer, Who::Sharer, Who::Helper}) {
    CHECK_FALSE(council.documents.find(testing::actor(other), "op feedback.safety", document).ok());
  }
  CHECK(council.verb("show", {call.id.text()}).find("Who: person " + testing::person(Who::YoungPerson).text()) !=
        std::string::npos);
  CHECK(council.verb("acknowledge", {call.id.text(), "R. Lewis"}).find("Acknowledged") == 0);
  CHECK(kept().is_read);
}

TEST_CASE("without a name it says first what happens, and is not called received until the council has it") {
  UnsafeScreen screen(InFront::Nobody);
  CHECK(screen.harness.find(Role::Link, "Ring now: 01632 960321").href == "tel:01632960321");
  CHECK(screen.says("The people at the council whose work is to keep children safe will read it."));
  CHECK(screen.says("It may take them some hours. If you need help now, ring."));
  CHECK_FALSE(screen.harness.has(Role::RadioGroup, "Shall we say who you are?"));
  screen.harness.type(screen.harness.find(Role::TextField, "What is happening?"), "He shouts");
  screen.draw();
  screen.press("Tell the council now");
  CHECK(screen.says(not_yet));
  REQUIRE(screen.host.posted.size() == 1);
  CHECK(screen.host.posted[0].letter.path == "/api/feedback/safety");
  screen.host.letter_facts = {1, 0};
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.says(not_yet));
  CHECK(screen.harness.has(Role::Link, "Ring now: 01632 960321"));
  screen.host.letter_facts = {0, 0};
  screen.draw();
  CHECK(screen.says(with_council));
  screen.host.letter_facts = {0, 1};
  screen.draw();
  CHECK(screen.says("The council's computer could not take it. Please ring."));
}

TEST_CASE("signed in, it goes with the name unless they choose otherwise, and says when somebody has read it") {
  UnsafeScreen screen(InFront::Sam);
  screen.press("Tell the council now");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.subject == screen.host.session_.own);
  const SafetyCall call = screen.host.records_.payload<PutSafetyCall>(0).call;
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.says(not_yet));
  screen.host.records_.set_state(0, ChangeState::Received);
  screen.draw();
  CHECK(screen.says(with_council));
  screen.host.records_.shown(0);
  screen.host.records_.put(DocumentId(call.id.bytes()), screen.host.session_.own, screen.host.session_.person,
                           wire::Facet::Own, KeptSafetyCall{true, {}});
  screen.draw();
  CHECK(screen.says("Somebody at the council has read it."));
  UnsafeScreen nameless(InFront::Sam);
  nameless.harness.toggle(
      nameless.harness.find(Role::Radio, "No. They cannot find you, unless you write below how to"));
  nameless.draw();
  nameless.press("Tell the council now");
  CHECK(nameless.host.records_.saved.empty());
  CHECK(nameless.host.posted.size() == 1);
}

TEST_CASE("a device that cannot keep it says so, and the way and the numbers stay in reach while answering") {
  UnsafeScreen screen(InFront::Nobody);
  screen.press("Tell the council now");
  screen.host.posted[0].saved(Error{ErrorCode::Storage, ""});
  screen.draw();
  CHECK(screen.says("This device could not save it, so it is not sent. Please ring, or try again."));
  testing::SurveyScreen answering(InFront::Nobody);
  answering.host.council_.safeguarding.phone = "01632 960321";
  answering.open_survey();
  CHECK(answering.harness.find(Role::Link, "I don't feel safe").href == "/say/safe");
  CHECK(answering.harness.has(Role::Link, "Ring now: 01632 960321"));
}
