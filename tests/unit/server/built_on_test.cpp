// A change says which change made the version it was built on: numbers alone meet, on two devices without a network
// and in two lives of the council, and what somebody has not seen is not written over.
#include "app/server/sync/incarnation.hpp"
#include "tests/unit/server/two_parents.hpp"

#include <utility>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;

struct OneNote : TwoParents {
  wire::Fact note = fact(server, Facet::CareNotes, "Likes water");
  wire::Version first;

  OneNote() {
    sharing(Facet::CareNotes, wire::ShareLevel::Change);
    REQUIRE(phone.make(riley, note).version == 1);
    first = now();
  }
  wire::Operation says(TestDevice& device, const char* words, const wire::Version& seen) {
    wire::Fact changed = note;
    changed.text = words;
    wire::Operation made = device.operation(riley, changed, seen.number);
    made.built_on = seen.made_by;
    return made;
  }
  wire::Version now() { return document_in(phone.feed(), note.id)->now(); }
  std::string words() { return wire::decode_payload<wire::Fact>(document_in(phone.feed(), note.id)->content)->text; }
};

TEST_CASE("a document tells its viewers which change made it as it is") {
  OneNote family;
  const auto change = family.says(family.tablet, "Jo's", family.first);
  REQUIRE(family.tablet.send(change).outcome == Outcome::Applied);
  CHECK(family.now() == wire::Version{2, change.id});
}

TEST_CASE("a change built on one that came too late comes too late as well, though its number fits") {
  OneNote family;
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", family.first)).version == 2);
  const auto one = family.says(family.phone, "Sam's first", family.first);
  const auto two = family.says(family.phone, "Sam's second", {2, one.id});
  SUBCASE("in one push") {
    const auto reply = family.phone.push({one, two}, std::exchange(family.phone.next, family.phone.next + 2));
    REQUIRE(reply);
    CHECK(reply->results.at(0).outcome == Outcome::Conflict);
    CHECK(reply->results.at(1).outcome == Outcome::Conflict);
    CHECK(reply->results.at(1).code == "changed");
  }
  SUBCASE("in a later one") {
    CHECK(family.phone.send(one).outcome == Outcome::Conflict);
    CHECK(family.phone.send(two).outcome == Outcome::Conflict);
  }
  SUBCASE("from a copy of the device, under numbers of its own") {
    CHECK(family.phone.send(one).outcome == Outcome::Conflict);
    TestDevice copy(family.server, family.sam, 3);
    CHECK(copy.send(two).outcome == Outcome::Conflict);
  }
  CHECK(family.words() == "Jo's");
  CHECK(family.phone.send(family.says(family.phone, "Sam's, knowing", family.now())).version == 3);
}

TEST_CASE("changes built on one's own that were taken are taken, one after the other, from any device") {
  OneNote family;
  const auto one = family.says(family.phone, "one", family.first);
  const auto two = family.says(family.phone, "two", {2, one.id});
  const auto three = family.says(family.phone, "three", {3, two.id});
  const auto reply = family.phone.push({one, two}, family.phone.next);
  REQUIRE(reply);
  CHECK(reply->results.at(1).version == 3);
  TestDevice computer(family.server, family.sam, 3);
  CHECK(computer.send(three).version == 4);
  CHECK(family.words() == "three");
}

TEST_CASE("a number that another change made in an earlier life of the council is not the one that was seen") {
  OneNote family;
  const OperationId lost = random_id<OperationId>(family.server.chance);
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", family.first)).version == 2);
  CHECK(family.phone.send(family.says(family.phone, "on lost words", {2, lost})).outcome == Outcome::Conflict);
  CHECK(family.words() == "Jo's");
}

TEST_CASE("what the council itself writes counts as written by its present life") {
  OneNote family;
  NewContent content;
  content.id = random_id<DocumentId>(family.server.chance);
  content.subject = family.riley;
  content.owner = family.sam.person;
  content.kind = wire::Notice::schema.id;
  content.content = wire::encode_payload(wire::Notice());
  REQUIRE(family.server.documents.put_by_council(content));
  const wire::Version before = document_in(family.phone.feed(), content.id)->now();
  CHECK(before == wire::Version{1, OperationId(incarnation(family.server.database)->bytes())});
  REQUIRE(renew_incarnation(family.server.database, family.server.chance));
  REQUIRE(family.server.documents.put_by_council(content));
  const wire::Version after = document_in(family.phone.feed(), content.id)->now();
  CHECK(after.number == 2);
  CHECK(after.made_by != before.made_by);
}

TEST_CASE("a program of before, which says the number alone, is believed by the number") {
  OneNote family;
  CHECK(family.phone.send(family.says(family.phone, "Sam's", {1, {}})).version == 2);
  CHECK(family.phone.send(family.says(family.phone, "Sam's again", {1, {}})).outcome == Outcome::Conflict);
}

TEST_CASE("a push says of every change with a base version which change made that, or of none") {
  OneNote family;
  wire::Push push = family.phone.push_of({family.says(family.phone, "one", family.first)}, family.phone.next);
  push.built_on.push_back({});
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace alongside::server
