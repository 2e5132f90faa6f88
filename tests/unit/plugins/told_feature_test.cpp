// What the council keeps of who asked to be told, and whom it writes to when the local offer changes.
#include "app/wire/messages/notice.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/told/tell_waiting.hpp"
#include "plugins/local_offer/model/told_ask.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace alongside;
using namespace alongside::local_offer;
using namespace alongside::testing;

namespace {

const wire::Subject sams_own{riley.household, SubjectId(sam.bytes())};

struct Waiting : FamilyParts {
  OfferTables tables{database};
  Waiting() : FamilyParts(make_feature) { REQUIRE(run("offer", "import", {demo_folder + "offer", "", ""}).ok()); }

  ServiceSummary service(std::size_t index) { return tables.list().value().services.at(index); }
  wire::OperationResult ask(const ServiceSummary& service, std::uint8_t of, PersonId person = sam) {
    KeepAsk keep;
    keep.id = id_number<DocumentId>(++last_id);
    see(keep.ask, service, clock.today());
    keep.ask.of = of;
    return push(person, keep, 0, {riley.household, SubjectId(person.bytes())});
  }
  void change(const ServiceSummary& service) {
    auto detail = tables.service(service.id).value().value();
    detail.summary.name += " (new)";
    auto stored = tables.stored().value().at(service.id);
    stored.frame = wire::encode_frame(detail);
    REQUIRE(tables.put(detail, stored).ok());
    REQUIRE(tables.raise_version().ok());
  }
  std::size_t tell() {
    const auto told = tell_waiting(context, chance);
    REQUIRE(told.ok());
    return told.value();
  }
  std::size_t notices(PersonId person = sam) { return feed_of<wire::Notice>(person).size(); }
};

}  // namespace

TEST_CASE("who waits for a change gets one message of it, and no second one until they have seen it") {
  Waiting waiting;
  const ServiceSummary club = waiting.service(0);
  REQUIRE(waiting.ask(club, tell_bit(TellOf::Changes)).outcome == wire::Outcome::Applied);
  CHECK(waiting.tell() == 0);
  waiting.change(club);
  CHECK(waiting.tell() == 1);
  CHECK(waiting.tell() == 0);
  CHECK(waiting.notices() == 1);
  // They looked, and it changes once more.
  REQUIRE(waiting.ask(waiting.tables.list().value().services[0], tell_bit(TellOf::Changes)).outcome ==
          wire::Outcome::Applied);
  CHECK(waiting.tell() == 0);
  waiting.change(club);
  CHECK(waiting.tell() == 1);
  CHECK(waiting.notices() == 2);
}

TEST_CASE("several services with news are one message, which names none of them") {
  Waiting waiting;
  for (std::size_t i = 0; i < 3; ++i) {
    const ServiceSummary club = waiting.service(i);
    REQUIRE(waiting.ask(club, tell_bit(TellOf::Changes)).outcome == wire::Outcome::Applied);
  }
  const OfferList before = waiting.tables.list().value();
  for (std::size_t i = 0; i < 3; ++i) waiting.change(before.services[i]);
  CHECK(waiting.tell() == 1);
  const auto notices = waiting.feed_of<wire::Notice>(sam);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].href == "/told");
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(notices[0].title.en.find(before.services[i].name) == std::string::npos);
    CHECK(notices[0].text.en.find(before.services[i].name) == std::string::npos);
  }
}

TEST_CASE("nobody else learns what somebody asked about, nor is written to") {
  Waiting waiting;
  const ServiceSummary club = waiting.service(0);
  REQUIRE(waiting.ask(club, tell_bit(TellOf::Changes)).outcome == wire::Outcome::Applied);
  waiting.change(club);
  waiting.tell();
  for (const PersonId other : {jo, pat}) {
    CHECK(waiting.feed_of<ToldAsk>(other).empty());
    CHECK(waiting.notices(other) == 0);
  }
}

TEST_CASE("two devices that ask of one service have one ask, and one press stops it") {
  Waiting waiting;
  const ServiceSummary club = waiting.service(0);
  REQUIRE(waiting.ask(club, tell_bit(TellOf::Changes)).outcome == wire::Outcome::Applied);
  REQUIRE(waiting.ask(club, tell_bit(TellOf::Space)).outcome == wire::Outcome::Applied);
  REQUIRE(waiting.feed_of<ToldAsk>(sam).size() == 1);
  CHECK(waiting.feed_of<ToldAsk>(sam)[0].of == tell_bit(TellOf::Space));
  REQUIRE(waiting.ask(club, 0).outcome == wire::Outcome::Applied);
  CHECK(waiting.feed_of<ToldAsk>(sam).empty());
  // It was stopped on another device already.
  CHECK(waiting.ask(club, 0).outcome == wire::Outcome::Applied);
  waiting.change(club);
  CHECK(waiting.tell() == 0);
}

TEST_CASE("a service that goes is news as well, and a place that is taken and free again is told twice") {
  Waiting waiting;
  ToldAsk ask;
  ServiceSummary full = waiting.service(0);
  full.space = Space::Full;
  see(ask, full, waiting.clock.today());
  ask.of = tell_bit(TellOf::Space);
  ServiceSummary free = full;
  free.space = Space::PlacesAvailable;
  CHECK_FALSE(note_told(ask, &full));
  CHECK(note_told(ask, &free));
  CHECK_FALSE(note_told(ask, &free));
  CHECK_FALSE(note_told(ask, &full));
  CHECK(note_told(ask, &free));
  CHECK(note_told(ask, nullptr));
  CHECK_FALSE(note_told(ask, nullptr));
}

TEST_CASE("what is no ask is refused, and nobody asks about another person's things") {
  Waiting waiting;
  const ServiceSummary club = waiting.service(0);
  const auto refused = [&](auto&& spoil) {
    KeepAsk keep;
    keep.id = id_number<DocumentId>(1);
    see(keep.ask, club, waiting.clock.today());
    keep.ask.of = 1;
    spoil(keep);
    return waiting.push(sam, keep, 0, sams_own).outcome == wire::Outcome::Refused;
  };
  CHECK(refused([](KeepAsk& keep) { keep.id = {}; }));
  CHECK(refused([](KeepAsk& keep) { keep.ask.service = "../../etc/passwd"; }));
  CHECK(refused([](KeepAsk& keep) { keep.ask.of = 0xFF; }));
  CHECK(refused([](KeepAsk& keep) { keep.ask.held = 0x80; }));
  CHECK(refused([](KeepAsk& keep) { keep.ask.name = std::string(4000, 'a'); }));
  KeepAsk keep;
  keep.id = id_number<DocumentId>(1);
  see(keep.ask, club, waiting.clock.today());
  keep.ask.of = 1;
  CHECK(waiting.push(jo, keep, 0, sams_own).outcome == wire::Outcome::Refused);
  CHECK(waiting.push(sam, keep).outcome == wire::Outcome::Refused);  // Riley is not their own things
  CHECK(waiting.feed_of<ToldAsk>(sam).empty());
}

TEST_CASE("no more asks are kept than there is room for") {
  Waiting waiting;
  for (std::size_t i = 0; i < most_asks; ++i) {
    CHECK(waiting.ask(waiting.service(i), tell_bit(TellOf::Changes)).outcome == wire::Outcome::Applied);
  }
  const auto full = waiting.ask(waiting.service(most_asks), tell_bit(TellOf::Changes));
  CHECK(full.outcome == wire::Outcome::Refused);
  CHECK(waiting.ask(waiting.service(0), tell_bit(TellOf::Space)).outcome == wire::Outcome::Applied);
}
