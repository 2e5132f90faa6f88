// Two devices change one document more than once without a network: their numbers meet, and what one of them has not
// seen is not written over all the same.
#include "tests/unit/server/two_parents.hpp"

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;

struct OneNote : TwoParents {
  wire::Fact note = fact(server, Facet::CareNotes, "Likes water");

  OneNote() {
    sharing(Facet::CareNotes, wire::ShareLevel::Change);
    REQUIRE(phone.make(riley, note).version == 1);
  }
  wire::Operation says(TestDevice& device, const char* words, std::uint64_t base_version) {
    wire::Fact changed = note;
    changed.text = words;
    return device.operation(riley, changed, base_version);
  }
  // One operation of Sam's phone, made when it knew what had become of its changes up to `seen`.
  wire::OperationResult push_seen(const wire::Operation& operation, std::uint64_t seen) {
    wire::Push push = phone.push_of({operation}, phone.next);
    push.seen = {seen};
    const auto reply = server.service.push(sam, push);
    REQUIRE(reply);
    ++phone.next;
    return reply->results.at(0);
  }
  std::string words() {
    const wire::FeedPage page = phone.feed();
    return wire::decode_payload<wire::Fact>(document_in(page, note.id)->content)->text;
  }
};

TEST_CASE(
    "a change built on one of the device's own that came too late comes too late as well, though its number fits") {
  OneNote family;
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", 1)).version == 2);
  const std::uint64_t first = family.phone.next;
  const auto reply = family.phone.push(
      {family.says(family.phone, "Sam's first", 1), family.says(family.phone, "Sam's second", 2)}, first);
  REQUIRE(reply);
  CHECK(reply->results.at(0).outcome == Outcome::Conflict);
  CHECK(reply->results.at(1).outcome == Outcome::Conflict);
  CHECK(reply->results.at(1).code == "changed");
  CHECK(family.words() == "Jo's");
}

TEST_CASE("that holds in a later push too, until the device has seen what became of its change") {
  OneNote family;
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", 1)).version == 2);
  const std::uint64_t late = family.phone.next;
  CHECK(family.push_seen(family.says(family.phone, "Sam's first", 1), late - 1).outcome == Outcome::Conflict);
  CHECK(family.push_seen(family.says(family.phone, "Sam's second", 2), late - 1).outcome == Outcome::Conflict);
  CHECK(family.words() == "Jo's");
  CHECK(family.push_seen(family.says(family.phone, "Sam's, knowing", 2), late + 1).version == 3);
  CHECK(family.words() == "Sam's, knowing");
}

TEST_CASE("it holds on a copy of the device too, which sends both under numbers of its own") {
  OneNote family;
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", 1)).version == 2);
  const auto first = family.says(family.phone, "Sam's first", 1), second = family.says(family.phone, "Sam's second", 2);
  CHECK(family.phone.send(first).outcome == Outcome::Conflict);
  TestDevice copy(family.server, family.sam, 3);
  const auto reply = copy.push({first, second}, 1);
  REQUIRE(reply);
  CHECK(reply->results.at(0).outcome == Outcome::Conflict);
  CHECK(reply->results.at(1).outcome == Outcome::Conflict);
  CHECK(family.words() == "Jo's");
}

TEST_CASE("changes built on the device's own that were taken are taken, one after the other") {
  OneNote family;
  const auto reply = family.phone.push(
      {family.says(family.phone, "one", 1), family.says(family.phone, "two", 2), family.says(family.phone, "three", 3)},
      family.phone.next);
  REQUIRE(reply);
  CHECK(reply->results.at(2).version == 4);
  CHECK(family.words() == "three");
}

TEST_CASE("another device of the same person, and another document, are not held up") {
  OneNote family;
  REQUIRE(family.tablet.send(family.says(family.tablet, "Jo's", 1)).version == 2);
  CHECK(family.phone.send(family.says(family.phone, "Sam's", 1)).outcome == Outcome::Conflict);
  TestDevice computer(family.server, family.sam, 3);
  CHECK(computer.send(family.says(computer, "Sam's at the computer", 2)).version == 3);
  const wire::Fact other = fact(family.server, Facet::Plan, "Swings on Friday");
  REQUIRE(family.phone.make(family.riley, other).version == 1);
  CHECK(family.push_seen(family.phone.operation(family.riley, other, 1), 0).version == 2);
}

TEST_CASE("a push says of every change with a base version what was seen of it, or of none") {
  OneNote family;
  wire::Push push = family.phone.push_of({family.says(family.phone, "one", 1)}, family.phone.next);
  push.seen = {1, 2};
  CHECK(family.server.service.push(family.sam, push).error().code == ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace alongside::server
