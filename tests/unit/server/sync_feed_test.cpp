// What reaches a viewer: everything they may see, nothing else, and a place that counts for them alone.
#include "tests/unit/server/two_parents.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace alongside::server {
namespace {

using wire::DocumentState;
using wire::Facet;
using wire::ShareLevel;

TEST_CASE("a feed counts from 1 without a gap, by the viewer's own documents only") {
  TwoParents family;
  family.sharing(Facet::School, ShareLevel::See);  // its own document, at Sam's place 1
  const auto school = fact(family.server, Facet::School, "Oak Lane");
  const auto address = fact(family.server, Facet::Address, "1 Secret Street");
  family.phone.make(family.riley, school);
  family.phone.make(family.riley, address);
  for (std::uint64_t version = 1; version < 6; ++version) family.phone.make(family.riley, address, version);
  CHECK(family.phone.feed().until == 8);
  CHECK(family.tablet.feed().until == 1);
  family.phone.make(family.riley, school, 1);
  CHECK(family.phone.feed().until == 9);
  CHECK(family.tablet.feed().until == 2);
  CHECK(family.tablet.feed(1).documents.size() == 1);
  CHECK(document_in(family.tablet.feed(), address.id) == nullptr);
}

TEST_CASE("a page holds each document once, as it is now") {
  TwoParents family;
  const auto notes = fact(family.server, Facet::CareNotes, "first");
  family.phone.make(family.riley, notes);
  family.phone.make(family.riley, fact(notes.id, Facet::CareNotes, "second"), 1);
  const auto page = family.phone.feed();
  REQUIRE(page.documents.size() == 1);
  CHECK(page.documents[0].version == 2);
  CHECK(wire::decode_payload<wire::Fact>(page.documents[0].content)->text == "second");
  CHECK(page.until == 2);
  CHECK(page.more == wire::More::No);
}

TEST_CASE("a share brings what is there already, in order of id; its end takes it away") {
  TwoParents family;
  const auto school = fact(family.server, Facet::School, "Oak Lane");
  const auto notes = fact(family.server, Facet::CareNotes, "Likes water");
  family.phone.make(family.riley, school);
  family.phone.make(family.riley, notes);
  CHECK(family.tablet.feed().until == 0);
  family.sharing(Facet::School, ShareLevel::See);
  family.sharing(Facet::CareNotes, ShareLevel::See);
  const auto page = family.tablet.feed();
  CHECK(page.until == 2);
  REQUIRE(document_in(page, school.id) != nullptr);
  family.sharing(Facet::School, ShareLevel::None);
  const auto after = family.tablet.feed(2);
  REQUIRE(after.documents.size() == 1);
  CHECK(after.until == 3);
  CHECK(after.documents[0].state == DocumentState::Gone);
  CHECK(after.documents[0].id == school.id);
  CHECK(after.documents[0].owner.is_nil());
  CHECK(after.documents[0].content.empty());
  CHECK(after.documents[0].version == 0);
}

TEST_CASE("a first look after the end of a share tells of the tombstone and no more") {
  TwoParents family;
  const auto school = fact(family.server, Facet::School, "Oak Lane");
  family.phone.make(family.riley, school);
  family.sharing(Facet::School, ShareLevel::Change);
  family.sharing(Facet::School, ShareLevel::None);
  const auto page = family.tablet.feed(0);
  REQUIRE(page.documents.size() == 1);
  CHECK(page.documents[0].state == DocumentState::Gone);
  family.phone.make(family.riley, fact(school.id, Facet::School, "Elm Row"), 1);
  CHECK(family.tablet.feed().until == page.until);
}

TEST_CASE("a protective restriction takes what others share from the feed, and nothing of one's own or from others'") {
  TwoParents family;
  family.sharing(Facet::School, ShareLevel::See);
  family.phone.make(family.riley, fact(family.server, Facet::School, "Oak Lane"));
  const auto before = family.phone.feed().until;
  REQUIRE(family.tablet.feed().documents.size() == 1);
  family.server.restrict(family.jo, family.riley);
  CHECK(family.tablet.feed().documents[0].state == DocumentState::Gone);
  CHECK(family.phone.feed().until == before);
}

TEST_CASE("a share that ends by its date leaves tombstones at the next look, and comes back whole") {
  TwoParents family;
  family.sharing(Facet::School, ShareLevel::See);
  const auto school = fact(family.server, Facet::School, "Oak Lane");
  family.phone.make(family.riley, school);
  REQUIRE(family.tablet.feed().documents.size() == 1);
  REQUIRE(
      family.server.database.execute("UPDATE share SET until_day = " + std::to_string(family.server.clock.day.days())));
  family.server.clock.day = Date(family.server.clock.day.days() + 1);
  family.phone.make(family.riley, fact(school.id, Facet::School, "Elm Row"), 1);
  const auto page = family.tablet.feed();
  REQUIRE(page.documents.size() == 1);
  CHECK(page.documents[0].state == DocumentState::Gone);
  family.sharing(Facet::School, ShareLevel::See);
  const auto again = family.tablet.feed(page.until);
  REQUIRE(again.documents.size() == 1);
  CHECK(wire::decode_payload<wire::Fact>(again.documents[0].content)->text == "Elm Row");
}

TEST_CASE("a cursor that is ahead of the feed is told so") {
  TwoParents family;
  const auto page = family.server.service.feed(family.sam, 1);
  REQUIRE_FALSE(page);
  CHECK(page.error().code == ErrorCode::Conflict);
  CHECK(page.error().detail == "cursor_ahead");
  CHECK(family.server.service.feed(Actor{}, 0).error().code == ErrorCode::SignedOut);
}

TEST_CASE("a long feed comes in pages that leave nothing out and repeat nothing") {
  TwoParents family;
  for (int number = 0; number < 450; ++number) {
    NewContent content;
    content.id = random_id<DocumentId>(family.server.chance);
    content.subject = family.riley;
    content.owner = family.sam.person;
    content.facet = Facet::Money;
    content.kind = 201;
    content.content = Bytes(number % 7 == 0 ? 20'000 : 10);
    REQUIRE(family.server.documents.put_by_council(content));
  }
  std::vector<DocumentId> seen;
  std::uint64_t since = 0;
  for (int pages = 0; pages < 20; ++pages) {
    const auto page = family.phone.feed(since);
    CHECK(page.documents.size() <= sync_limits::page_documents);
    std::size_t bytes = 0;
    for (const auto& document : page.documents) bytes += document.content.size();
    CHECK(bytes <= sync_limits::page_bytes);
    for (const auto& document : page.documents) seen.push_back(document.id);
    since = page.until;
    if (page.more == wire::More::No) break;
  }
  CHECK(since == 450);
  CHECK(seen.size() == 450);
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("one document that is larger than a page still comes") {
  TwoParents family;
  NewContent content;
  content.id = random_id<DocumentId>(family.server.chance);
  content.subject = family.riley;
  content.owner = family.sam.person;
  content.facet = Facet::Files;
  content.kind = 201;
  content.content = Bytes(sync_limits::page_bytes + 1);
  REQUIRE(family.server.documents.put_by_council(content));
  content.id = random_id<DocumentId>(family.server.chance);
  REQUIRE(family.server.documents.put_by_council(content));
  CHECK(family.phone.feed(0).documents.size() == 1);
  CHECK(family.phone.feed(0).more == wire::More::Yes);
  CHECK(family.phone.feed(1).documents.size() == 1);
  CHECK(family.phone.feed(1).more == wire::More::No);
}

}  // namespace
}  // namespace alongside::server
