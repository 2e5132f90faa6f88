// The core's own operations: facts, shares, preferences and notices that were read.
#include "app/server/notices/notice_writer.hpp"
#include "app/server/sync/incarnation.hpp"
#include "tests/unit/server/two_parents.hpp"

#include <doctest/doctest.h>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;
using wire::ShareLevel;

TEST_CASE("V2.3.4: a fact changes when its version is the one that was seen, and else the person is asked") {
  TwoParents family;
  const auto notes = fact(family.server, Facet::CareNotes, "first");
  CHECK(family.phone.make(family.riley, notes).version == 1);
  CHECK(family.phone.make(family.riley, fact(notes.id, Facet::CareNotes, "second"), 1).version == 2);
  CHECK(family.phone.make(family.riley, fact(notes.id, Facet::CareNotes, "late"), 1).outcome == Outcome::Conflict);
  CHECK(family.phone.make(family.riley, fact(notes.id, Facet::CareNotes, "late"), 0).outcome == Outcome::Conflict);
  CHECK(family.phone.make(family.riley, fact(notes.id, Facet::School, "other facet"), 2).code == "bad_facet");
  CHECK(family.phone.make(family.riley, fact(family.server, Facet::CareNotes, "two"), 0).code == "there_already");
  CHECK(wire::decode_payload<wire::Fact>(family.phone.feed().documents[0].content)->text == "second");
}

TEST_CASE("another's fact is changed only by whom they let change it, and stays theirs") {
  TwoParents family;
  const auto notes = fact(family.server, Facet::CareNotes, "mine");
  family.phone.make(family.riley, notes);
  const auto theirs = fact(notes.id, Facet::CareNotes, "changed");
  CHECK(family.tablet.make(family.riley, theirs, 1).code == "not_found");
  family.phone.make(family.riley, share(family.jo, Facet::CareNotes, ShareLevel::See));
  CHECK(family.tablet.make(family.riley, theirs, 1).code == "not_allowed");
  family.phone.make(family.riley, share(family.jo, Facet::CareNotes, ShareLevel::Change));
  CHECK(family.tablet.make(family.riley, theirs, 1).outcome == Outcome::Applied);
  const auto page = family.phone.feed();
  REQUIRE(document_in(page, notes.id) != nullptr);
  CHECK(document_in(page, notes.id)->owner == family.sam.person);
}

TEST_CASE("somebody who guesses the id of what they cannot see gets one of their own") {
  TwoParents family;
  const auto secret = fact(family.server, Facet::Address, "1 Secret Street");
  family.phone.make(family.riley, secret);
  const auto result = family.tablet.make(family.riley, fact(secret.id, Facet::Address, "2 My Street"));
  CHECK(result.outcome == Outcome::Applied);
  CHECK(result.version == 1);
  CHECK(wire::decode_payload<wire::Fact>(family.phone.feed().documents[0].content)->text == "1 Secret Street");
  // Should it be shared later, each keeps what they have.
  family.phone.make(family.riley, share(family.jo, Facet::Address, ShareLevel::See));
  const auto page = family.tablet.feed();
  REQUIRE(page.documents.size() == 1);
  CHECK(wire::decode_payload<wire::Fact>(page.documents[0].content)->text == "2 My Street");
}

TEST_CASE("a fact has 4,000 letters at most, an id, and a facet that can be shared") {
  TwoParents family;
  std::string letters;
  for (int letter = 0; letter < 4000; ++letter) letters += "ŷ";
  const auto full = fact(family.server, Facet::CareNotes, letters);
  CHECK(family.phone.make(family.riley, full).outcome == Outcome::Applied);
  CHECK(family.phone.make(family.riley, fact(full.id, Facet::CareNotes, letters + "x"), 1).code == "too_long");
  CHECK(family.phone.make(family.riley, fact(DocumentId{}, Facet::School, "x")).code == "bad_payload");
  CHECK(family.phone.make(family.riley, fact(family.server, Facet::Own, "x")).code == "bad_facet");
  const auto huge = fact(family.server, Facet::School, std::string(70'000, 'x'));
  CHECK(family.phone.make(family.riley, huge).code == "too_large");
  const Bytes spoilt = {1, 2, 3};
  CHECK(family.phone.send(family.phone.operation_of(family.riley, wire::Fact::schema, spoilt, 0)).code ==
        "bad_payload");
}

TEST_CASE("a share is answered the same whoever it names") {
  TwoParents family;
  const Actor nobody{test_id<PersonId>(2, 77), family.server.household, {}};
  const auto with_jo = family.phone.make(family.riley, share(family.jo, Facet::School, ShareLevel::See));
  const auto with_nobody = family.phone.make(family.riley, share(nobody, Facet::School, ShareLevel::See));
  CHECK(with_jo.outcome == with_nobody.outcome);
  CHECK(with_jo.version == with_nobody.version);
  CHECK(family.phone.feed().documents.size() == 2);
  CHECK(family.server.count("share") == 1);
}

TEST_CASE("nobody shares with themselves, their own things, or a child that is not theirs") {
  TwoParents family;
  CHECK(family.phone.make(family.riley, share(family.sam, Facet::School, ShareLevel::See)).code == "bad_viewer");
  CHECK(family.phone.make(family.riley, share(family.jo, Facet::Own, ShareLevel::See)).code == "bad_facet");
  CHECK(family.phone.make(family.server.child(2), share(family.jo, Facet::School, ShareLevel::See)).code ==
        "not_allowed");
  const Actor helper = family.server.person(3);
  family.server.relate(helper, family.riley, wire::FamilyRole::Helper);
  TestDevice theirs(family.server, helper, 3);
  CHECK(theirs.make(family.riley, share(family.jo, Facet::School, ShareLevel::See)).code == "not_allowed");
}

TEST_CASE("the last share of a facet counts, and is one document of its giver") {
  TwoParents family;
  family.phone.make(family.riley, share(family.jo, Facet::School, ShareLevel::See));
  CHECK(family.phone.make(family.riley, share(family.jo, Facet::School, ShareLevel::None)).version == 2);
  const auto page = family.phone.feed();
  REQUIRE(page.documents.size() == 1);
  CHECK(wire::decode_payload<wire::Share>(page.documents[0].content)->level == ShareLevel::None);
  CHECK(family.tablet.feed().documents.empty());
}

TEST_CASE("a share that ends is over the day after it, and can be given again") {
  TwoParents family;
  REQUIRE(family.phone.make(family.riley, fact(family.server, Facet::School, "Bus at 8")).outcome == Outcome::Applied);
  wire::Share for_a_week = share(family.jo, Facet::School, ShareLevel::See);
  for_a_week.until = Date(family.server.clock.day.days() + 7);
  REQUIRE(family.phone.make(family.riley, for_a_week).outcome == Outcome::Applied);
  CHECK(family.tablet.feed().documents.size() == 1);
  family.server.clock.day = *for_a_week.until;
  CHECK(family.tablet.feed().documents.back().state == wire::DocumentState::Present);
  family.server.clock.day = Date(family.server.clock.day.days() + 1);
  const auto after = family.tablet.feed();
  REQUIRE(after.documents.size() == 1);
  CHECK(after.documents[0].state == wire::DocumentState::Gone);
  CHECK(after.documents[0].content.empty());
  for_a_week.until = std::nullopt;
  REQUIRE(family.phone.make(family.riley, for_a_week).outcome == Outcome::Applied);
  CHECK(family.tablet.feed().documents.back().state == wire::DocumentState::Present);
}

TEST_CASE("a share that was over before it arrived opens nothing") {
  TwoParents family;
  REQUIRE(family.phone.make(family.riley, fact(family.server, Facet::School, "Bus at 8")).outcome == Outcome::Applied);
  wire::Share late = share(family.jo, Facet::School, ShareLevel::See);
  late.until = Date(family.server.clock.day.days() - 1);
  CHECK(family.phone.make(family.riley, late).outcome == Outcome::Applied);
  CHECK(family.tablet.feed().documents.empty());
}

TEST_CASE("of two preferences of one key the last wins, from whichever device") {
  TwoParents family;
  TestDevice other(family.server, family.sam, 5);
  wire::Preference preference;
  preference.id = random_id<DocumentId>(family.server.chance);
  preference.key = "feedback.ask_after_visits";
  preference.value = "yes";
  const auto own = family.server.own(family.sam);
  CHECK(family.phone.make(own, preference).outcome == Outcome::Applied);
  preference.id = random_id<DocumentId>(family.server.chance);
  preference.value = "no";
  CHECK(other.make(own, preference).version == 2);
  const auto page = family.phone.feed();
  REQUIRE(page.documents.size() == 1);
  CHECK(wire::decode_payload<wire::Preference>(page.documents[0].content)->value == "no");
  CHECK(family.tablet.make(own, preference).code == "not_allowed");
  preference.key = "Not A Key";
  CHECK(family.phone.make(own, preference).code == "bad_payload");
  preference.key = "a";
  preference.value = std::string(1001, 'x');
  CHECK(family.phone.make(own, preference).code == "too_long");
}

TEST_CASE("a notice reaches one person, and is read once from any of their devices") {
  TwoParents family;
  NoticeWriter writer(family.server.database, family.server.documents, family.server.clock, family.server.chance);
  const auto own = family.server.own(family.sam);
  const auto id = writer.write(own, {{"How was it?", "Sut oedd hi?"}, {"Tell us.", ""}, "/say"});
  REQUIRE(id);
  CHECK(family.tablet.feed().documents.empty());
  wire::NoticeRead read;
  read.notice = id.value();
  CHECK(family.phone.make(own, read).version == 2);
  TestDevice other(family.server, family.sam, 5);
  CHECK(other.make(own, read).version == 2);
  CHECK(wire::decode_payload<wire::Notice>(family.phone.feed().documents[0].content)->seen == wire::Seen::Yes);
  CHECK(family.tablet.make(family.server.own(family.jo), read).code == "not_found");
  read.notice = test_id<DocumentId>(8, 8);
  CHECK(family.tablet.make(family.server.own(family.jo), read).code == "not_found");
}

TEST_CASE("a notice leads nowhere outside the app and has no endless words") {
  TwoParents family;
  NoticeWriter writer(family.server.database, family.server.documents, family.server.clock, family.server.chance);
  const auto own = family.server.own(family.sam);
  for (const char* href : {"https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", "say"}) {
    CHECK_FALSE(writer.write(own, {{"Title", ""}, {}, href}));
  }
  CHECK_FALSE(writer.write(own, {{"", ""}, {}, "/say"}));
  CHECK_FALSE(writer.write(own, {{std::string(201, 'x'), ""}, {}, "/say"}));
  CHECK_FALSE(writer.write(own, {{"Title", ""}, {std::string(2001, 'x'), ""}, "/say"}));
  CHECK(family.server.count("document") == 0);
}

TEST_CASE("the incarnation stays as long as the database lives and is another after it is renewed") {
  TwoParents family;
  const auto first = incarnation(family.server.database);
  REQUIRE(first);
  CHECK(family.phone.feed().incarnation == first.value());
  REQUIRE(renew_incarnation(family.server.database, family.server.chance));
  CHECK(family.phone.feed().incarnation != first.value());
}

}  // namespace
}  // namespace alongside::server
