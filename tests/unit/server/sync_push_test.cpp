// What becomes of a device's changes: each happens exactly once, in the device's order.
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;

struct Family {
  SyncServer server;
  Actor sam = server.person(1);
  wire::Subject riley = server.child(1);
  TestDevice phone{server, sam, 1};
  Family() { server.relate(sam, riley); }
  wire::Operation note(const std::string& text, Facet facet = Facet::CareNotes) {
    return phone.operation(riley, fact(server, facet, text));
  }
};

// What a rule of a feature would be: writes, and then says what the payload tells it to.
struct Trial {
  static constexpr wire::SchemaId schema{9001, 1};
  std::uint32_t answer = 0;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(answer), tail);
  }
};

void add_trial(SyncServer& server, int& runs) {
  server.table.add("op test.trial").give(Relation::Parent, Permission::Own);
  server.operations.on<Trial>("op test.trial", [&](OperationContext& context, const Trial& trial) -> Result<Applied> {
    ++runs;
    NewContent content;
    content.id = random_id<DocumentId>(server.chance);
    content.subject = context.operation.subject;
    content.owner = context.actor.person;
    content.facet = Facet::Plan;
    content.kind = Trial::schema.id;
    ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}));
    if (trial.answer == 0) return Applied{1};
    return Error{static_cast<ErrorCode>(trial.answer - 1), "unbalanced"};
  });
}

Trial answer(ErrorCode code) { return {static_cast<std::uint32_t>(code) + 1, {}}; }

TEST_CASE("V8.2.2: which of their own changes the council has is told to who made them, and to nobody else") {
  Family family;
  const wire::Operation sent = family.note("Likes water");
  const wire::Operation refused = family.note("Blue", Facet::Own);
  const wire::Operation unsent = family.note("Likes rain");
  REQUIRE(family.phone.push({sent, refused}, 1));
  const wire::KnownChanges asked{{sent.id, refused.id, unsent.id}, {}};
  const auto known = family.server.service.known(family.sam, asked);
  REQUIRE(known);
  CHECK(known->changes == std::vector{sent.id, refused.id});
  const Actor jo = family.server.person(2);
  family.server.relate(jo, family.riley);
  CHECK(family.server.service.known(jo, asked)->changes.empty());
  CHECK(family.server.service.known(Actor{}, asked).error().code == ErrorCode::SignedOut);
  const wire::KnownChanges many{std::vector<OperationId>(wire::saved_copy_limits::changes + 1), {}};
  CHECK(family.server.service.known(family.sam, many).error().code == ErrorCode::TooLarge);
}

TEST_CASE("a change is applied, answered and written into the audit") {
  Family family;
  const auto reply = family.phone.push({family.note("Likes water")}, 1);
  REQUIRE(reply);
  CHECK(reply->committed == 1);
  CHECK(reply->backed_up == 0);
  CHECK_FALSE(reply->incarnation.is_nil());
  REQUIRE(reply->results.size() == 1);
  CHECK(reply->results[0].outcome == Outcome::Applied);
  CHECK(reply->results[0].version == 1);
  CHECK(family.server.count("audit") == 1);
  CHECK(family.server.count("document") == 1);
}

TEST_CASE("after a lost reply the same push is answered again and changes nothing") {
  Family family;
  const std::vector<wire::Operation> changes = {family.note("one"), family.note("two", Facet::School)};
  const auto first = family.phone.push(changes, 1);
  const auto second = family.phone.push(changes, 1);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(wire::encode_frame(*first.operator->()) == wire::encode_frame(*second.operator->()));
  CHECK(family.server.count("document") == 2);
  CHECK(family.server.count("audit") == 2);
  CHECK(family.phone.feed().until == 2);
}

TEST_CASE("a push may overlap what is known and bring what is new") {
  Family family;
  const auto one = family.note("one");
  const auto two = family.note("two", Facet::School);
  REQUIRE(family.phone.push({one}, 1));
  const auto reply = family.phone.push({one, two}, 1);
  REQUIRE(reply);
  CHECK(reply->committed == 2);
  CHECK(reply->results.size() == 2);
  CHECK(family.server.count("document") == 2);
}

TEST_CASE("nothing is taken over a gap, and the device is told what is expected") {
  Family family;
  REQUIRE(family.phone.push({family.note("one")}, 1));
  const auto reply = family.phone.push({family.note("three", Facet::School)}, 3);
  REQUIRE(reply);
  CHECK(reply->committed == 1);
  CHECK(reply->results.empty());
  CHECK(family.server.count("document") == 1);
}

TEST_CASE("another operation under a sequence that is taken comes from a cloned device") {
  Family family;
  REQUIRE(family.phone.push({family.note("one")}, 1));
  const auto reply = family.phone.push({family.note("another")}, 1);
  REQUIRE_FALSE(reply);
  CHECK(reply.error().code == ErrorCode::Conflict);
  CHECK(reply.error().detail == "device_cloned");
  CHECK(family.server.count("document") == 1);
}

TEST_CASE("a clone's push that is refused takes none of its new operations either") {
  Family family;
  REQUIRE(family.phone.push({family.note("one")}, 1));
  CHECK_FALSE(family.phone.push({family.note("another"), family.note("new", Facet::School)}, 1));
  CHECK(family.server.count("document") == 1);
  CHECK(family.server.count("operation_result") == 1);
}

TEST_CASE("an operation that was copied to another device of its person happens once") {
  Family family;
  const auto one = family.note("one");
  REQUIRE(family.phone.push({one}, 1));
  TestDevice tablet(family.server, family.sam, 2);
  const auto reply = tablet.push({one}, 1);
  REQUIRE(reply);
  CHECK(reply->committed == 1);
  CHECK(reply->results[0].outcome == Outcome::Applied);
  CHECK(family.server.count("document") == 1);
  CHECK(family.server.count("audit") == 1);
}

TEST_CASE("a device's id in somebody else's hands is another device") {
  Family family;
  REQUIRE(family.phone.push({family.note("one")}, 1));
  const Actor jo = family.server.person(2);
  family.server.relate(jo, family.riley);
  TestDevice same_id(family.server, jo, 1);
  const auto reply = same_id.push({same_id.operation(family.riley, fact(family.server, Facet::School, "two"))}, 1);
  REQUIRE(reply);
  CHECK(reply->committed == 1);
  const auto again = family.phone.push({family.note("three", Facet::School)}, 2);
  REQUIRE(again);
  CHECK(again->committed == 2);
}

TEST_CASE("V15.3.3: changes are taken from the person who made them and nobody else") {
  Family family;
  const Actor jo = family.server.person(2);
  family.server.relate(jo, family.riley);
  const auto push = family.phone.push_of({family.note("one")}, 1);
  const auto reply = family.server.service.push(jo, push);
  REQUIRE_FALSE(reply);
  CHECK(reply.error().code == ErrorCode::NotAllowed);
  CHECK(family.server.service.push(Actor{}, push).error().code == ErrorCode::SignedOut);
  CHECK(family.server.count("device") == 0);
}

TEST_CASE("V2.3.3: a refused change undoes what it had written, and the queue goes on") {
  Family family;
  int runs = 0;
  add_trial(family.server, runs);
  const auto reply = family.phone.push({family.phone.operation(family.riley, answer(ErrorCode::InvalidInput)),
                                        family.phone.operation(family.riley, Trial{})},
                                       1);
  REQUIRE(reply);
  REQUIRE(reply->results.size() == 2);
  CHECK(reply->results[0].outcome == Outcome::Refused);
  CHECK(reply->results[0].code == "unbalanced");
  CHECK(reply->results[1].outcome == Outcome::Applied);
  CHECK(family.server.count("document") == 1);
  CHECK(family.phone.feed().until == 1);
}

TEST_CASE("a refusal is final: the same operation is not tried again") {
  Family family;
  int runs = 0;
  add_trial(family.server, runs);
  const auto change = family.phone.operation(family.riley, answer(ErrorCode::Conflict));
  REQUIRE(family.phone.push({change}, 1));
  const auto again = family.phone.push({change}, 1);
  REQUIRE(again);
  CHECK(again->results[0].outcome == Outcome::Conflict);
  CHECK(runs == 1);
}

TEST_CASE("when the disk fails nothing of the push happened, and it can be sent again") {
  for (const ErrorCode code : {ErrorCode::Storage, ErrorCode::Internal, ErrorCode::Unavailable}) {
    Family family;
    int runs = 0;
    add_trial(family.server, runs);
    const auto good = family.note("kept");
    const auto reply = family.phone.push({good, family.phone.operation(family.riley, answer(code))}, 1);
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == code);
    CHECK(family.server.count("document") == 0);
    CHECK(family.server.count("operation_result") == 0);
    const auto again = family.phone.push({good}, 1);
    REQUIRE(again);
    CHECK(again->committed == 1);
  }
}

TEST_CASE("what nobody knows or nobody may is refused and stored") {
  Family family;
  const Actor stranger = family.server.person(3);
  TestDevice theirs(family.server, stranger, 3);
  CHECK(theirs.make(family.riley, fact(family.server, Facet::School, "x")).code == "not_allowed");
  const wire::Subject nowhere{family.server.household, test_id<SubjectId>(3, 99)};
  CHECK(theirs.make(nowhere, fact(family.server, Facet::School, "x")).code == "not_allowed");
  const wire::Subject elsewhere{test_id<HouseholdId>(1, 7), family.riley.id};
  CHECK(family.phone.make(elsewhere, fact(family.server, Facet::School, "x")).code == "not_allowed");
  CHECK(family.phone.send(family.phone.operation_of(family.riley, {7777, 1}, {}, 0)).code == "unknown_kind");
  CHECK(family.phone.send(family.phone.operation_of(family.riley, {46, 9}, {}, 0)).code == "unknown_kind");
}

TEST_CASE("a push that no device of ours makes is refused whole") {
  Family family;
  std::vector<wire::Operation> many(257, family.note("x"));
  CHECK(family.phone.push(many, 1).error().code == ErrorCode::TooLarge);
  auto push = family.phone.push_of({family.note("x")}, 1);
  push.operations[0].subject = 1;
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
  push = family.phone.push_of({family.note("x")}, 0);
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
  push = family.phone.push_of({family.note("x")}, std::numeric_limits<std::uint64_t>::max());
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
  push = family.phone.push_of({family.note("x")}, 1);
  push.device = DeviceId{};
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
  CHECK(family.server.count("device") == 0);
}

TEST_CASE("256 changes in one push all happen, whatever the device's clock says") {
  Family family;
  std::vector<wire::Operation> many;
  for (int number = 0; number < 256; ++number) {
    wire::Preference preference;
    preference.id = random_id<DocumentId>(family.server.chance);
    preference.key = "key_" + std::to_string(number % 150);
    many.push_back(family.phone.operation(family.server.own(family.sam), preference));
  }
  auto push = family.phone.push_of(many, 1);
  push.made_from_ms = std::numeric_limits<std::int64_t>::max();
  push.operations[0].made_after_ms = std::numeric_limits<std::int64_t>::max();
  const auto reply = family.server.service.push(family.sam, push);
  REQUIRE(reply);
  CHECK(reply->committed == 256);
  CHECK(family.server.count("document") == 150);
}

}  // namespace
}  // namespace alongside::server
