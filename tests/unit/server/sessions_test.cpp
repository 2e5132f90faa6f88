// Sessions: tokens, rotation, limits and revoking, with a clock that goes on when told.
#include "app/server/session/sessions.hpp"
#include "app/server/session/session_info.hpp"
#include "app/server/sync/system_chance.hpp"
#include "tests/unit/server/family_world.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

struct SessionWorld : FamilyWorld {
  SystemChance chance;
  SessionLimits limits;
  Sessions sessions{database, clock, chance, limits};

  NewSession sign_in(Who who, const Actor& before = {}) {
    auto begun = sessions.begin(before, household, person(who), "A phone");
    REQUIRE(begun.ok());
    return begun.value();
  }
  Visitor find(const SessionToken& token) {
    const auto visitor = sessions.find(token);
    REQUIRE(visitor.ok());
    return visitor.value();
  }
  bool knows(const SessionToken& token) { return find(token).actor.signed_in(); }
  bool due(const SessionToken& token) { return find(token).rotation == Rotation::Due; }
  SessionToken rotate(const SessionToken& token) {
    const auto fresh = sessions.rotate(find(token).actor, token);
    REQUIRE(fresh.ok());
    return fresh->token;
  }
  // Everything in the session's row, as bytes one after the other.
  std::string row() {
    auto select = database.prepare("SELECT * FROM session");
    REQUIRE(select->step().value() == Step::Row);
    std::string all;
    for (int i = 0; i < 12; ++i) {
      const auto bytes = select->column_bytes(i);
      all.append(bytes.begin(), bytes.end());
    }
    return all;
  }
};

}  // namespace

TEST_CASE("V7.2.2 V7.2.3 V11.5.1: signing in gives a token of 256 random bits, and only its fingerprint is kept") {
  SessionWorld world;
  const NewSession begun = world.sign_in(Who::Parent);
  CHECK(begun.token.text().size() == 43);
  CHECK(world.sign_in(Who::Carer).token.text() != begun.token.text());
  CHECK(world.find(begun.token).actor.person == person(Who::Parent));
  CHECK(world.find(begun.token).actor.household == household);
  CHECK(world.row().find(begun.token.text()) == std::string::npos);
  const Sha256 kept = begun.token.fingerprint().value();
  CHECK(world.row().find(std::string(kept.begin(), kept.end())) != std::string::npos);
}

TEST_CASE("V7.2.1: no token, a made-up token and a fingerprint sign nobody in") {
  SessionWorld world;
  world.sign_in(Who::Parent);
  CHECK(!world.sessions.find(std::nullopt)->actor.signed_in());
  CHECK(!world.knows(*SessionToken::parse(std::string(43, 'A'))));
  for (const std::string& bad : {std::string(), std::string(42, 'A'), std::string(44, 'A'), std::string(42, 'A') + "=",
                                 std::string(42, 'A') + "'"}) {
    CHECK(!SessionToken::parse(bad));
  }
}

TEST_CASE("a token that somebody planted before the signing in is worth nothing after it") {
  SessionWorld world;
  const SessionToken planted = SessionToken::random(world.chance);
  CHECK(!world.knows(planted));
  CHECK(world.sign_in(Who::Parent).token.text() != planted.text());
  CHECK(!world.knows(planted));
}

TEST_CASE("V7.2.4: signing in again in the same browser ends the session that was there") {
  SessionWorld world;
  const NewSession first = world.sign_in(Who::Parent);
  const NewSession second = world.sign_in(Who::Carer, first.actor);
  CHECK(!world.knows(first.token));
  CHECK(world.find(second.token).actor.person == person(Who::Carer));
}

TEST_CASE("V7.3.1 V7.3.2: an unused session ends after the idle limit, a used one goes on to the absolute limit") {
  SessionWorld world;
  const SessionToken unused = world.sign_in(Who::Parent).token;
  const SessionToken used = world.sign_in(Who::Carer).token;
  for (int hours = 0; hours < 24; ++hours) {
    world.clock.go_on(hour);
    CHECK(world.knows(used));
  }
  world.clock.go_on(hour);  // limits are kept in whole hours
  CHECK(!world.knows(unused));
  for (int days = 1; days < 14; ++days) {
    CHECK(world.knows(used));
    world.clock.go_on(23 * hour);
  }
  CHECK(world.knows(used));
  world.clock.go_on(14 * day - 13 * 23 * hour - 25 * hour);
  CHECK(!world.knows(used));
}

TEST_CASE("a council's own limits count") {
  SessionWorld world;
  world.limits = {1, 1};
  const SessionToken token = world.sign_in(Who::Parent).token;
  CHECK(world.find(token).expires_ms == world.clock.now_ms() + hour);
  world.clock.go_on(hour);
  CHECK(!world.knows(token));
}

TEST_CASE("a token is due for rotation after an hour, and the old one counts for a minute after the new one's use") {
  SessionWorld world;
  const SessionToken old = world.sign_in(Who::Parent).token;
  CHECK(!world.due(old));
  world.clock.go_on(hour);
  CHECK(world.due(old));
  const SessionToken fresh = world.rotate(old);
  CHECK(fresh.text() != old.text());
  CHECK(world.knows(old));
  CHECK(world.knows(fresh));
  CHECK(!world.due(fresh));
  world.clock.go_on(minute - 1);
  CHECK(world.knows(old));
  CHECK(!world.due(old));
  world.clock.go_on(1);
  CHECK(!world.knows(old));
  CHECK(world.knows(fresh));
}

TEST_CASE("a reply that was lost with its new token signs nobody out") {
  SessionWorld world;
  const SessionToken old = world.sign_in(Who::Parent).token;
  world.clock.go_on(hour);
  const SessionToken lost = world.rotate(old);
  CHECK(!world.due(old));  // another request on its way at the same time gets no third token
  world.clock.go_on(3 * hour);
  CHECK(world.due(old));
  const SessionToken fresh = world.rotate(old);
  CHECK(!world.knows(lost));
  CHECK(world.knows(fresh));
  world.clock.go_on(minute);
  CHECK(!world.knows(old));
}

TEST_CASE("V7.4.1: a session that is revoked or ended is over at the next request, and only one's own can be") {
  SessionWorld world;
  const NewSession phone = world.sign_in(Who::Parent);
  const NewSession tablet = world.sign_in(Who::Parent);
  const NewSession others = world.sign_in(Who::Carer);
  const auto not_mine = world.sessions.revoke(phone.actor, others.actor.session);
  const auto nobodys = world.sessions.revoke(phone.actor, SessionHandle(IdBytes{1}));
  CHECK(not_mine.error().code == ErrorCode::NotFound);
  CHECK(not_mine.error().detail == nobodys.error().detail);
  CHECK(world.knows(others.token));
  REQUIRE(world.sessions.revoke(phone.actor, tablet.actor.session).ok());
  CHECK(!world.knows(tablet.token));
  REQUIRE(world.sessions.end(phone.actor).ok());
  CHECK(!world.knows(phone.token));
  CHECK(!world.sessions.rotate(phone.actor, phone.token).ok());
}

TEST_CASE("the list has one's own places with a day, no finer, and says which is here") {
  SessionWorld world;
  const NewSession phone = world.sign_in(Who::Parent);
  world.sign_in(Who::Carer);
  world.clock.go_on(20 * hour);
  const NewSession tablet = world.sign_in(Who::Parent);
  const auto list = world.sessions.list(phone.actor);
  REQUIRE(list.ok());
  REQUIRE(list->sessions.size() == 2);
  CHECK(list->sessions[0].handle == tablet.actor.session);
  CHECK(list->sessions[0].here == wire::Here::No);
  CHECK(list->sessions[1].here == wire::Here::Yes);
  CHECK(list->sessions[1].began.iso() == "2026-11-22");
  CHECK(list->sessions[1].device == "A phone");
}

TEST_CASE("of very many places the ones that would end first are ended") {
  SessionWorld world;
  const SessionToken first = world.sign_in(Who::Parent).token;
  world.clock.go_on(hour);
  for (int i = 0; i < 20; ++i) world.sign_in(Who::Parent);
  CHECK(!world.knows(first));
  CHECK(world.sessions.list(actor(Who::Parent))->sessions.size() == 20);
}

TEST_CASE("of places that were signed in within one hour the first goes, and never the last") {
  SessionWorld world;
  std::vector<SessionToken> tokens;
  for (int i = 0; i < 45; ++i) {
    world.clock.go_on(1000);
    tokens.push_back(world.sign_in(Who::Parent).token);
    REQUIRE(world.knows(tokens.back()));
    if (i > 0) CHECK(world.knows(tokens[static_cast<std::size_t>(i) - 1]));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) CHECK(world.knows(tokens[i]) == (i + 20 >= tokens.size()));
}

TEST_CASE("somebody who is restricted is told of their child and of nobody who shares, and nobody of them") {
  SessionWorld world;
  const auto restricted = session_info(world.database, world.clock, actor(Who::Restricted));
  REQUIRE(restricted.ok());
  REQUIRE(restricted->children.size() == 1);
  CHECK(restricted->children[0].role == wire::FamilyRole::Parent);
  CHECK(restricted->people.empty());
  const auto parent = session_info(world.database, world.clock, actor(Who::Parent));
  REQUIRE(parent->children.size() == 1);
  CHECK(parent->children[0].subject == child);
  REQUIRE(parent->people.size() == 1);
  CHECK(parent->people[0].id == person(Who::Sharer));
  CHECK(parent->people[0].lends == std::vector<wire::Lent>{{child.id, wire::Facet::Money, wire::ShareLevel::Change},
                                                           {child.id, wire::Facet::CareNotes, wire::ShareLevel::See}});
  const auto sharer = session_info(world.database, world.clock, actor(Who::Sharer));
  for (const wire::FamilyPerson& viewer : sharer->people)
    CHECK(viewer.lends.empty());      // they are shown things, and show none
  CHECK(sharer->people.size() == 5);  // whoever is restricted is among them: their own list tells the sharer nothing
}

TEST_CASE("V6.3.2: only people of a demo household can be tried") {
  SessionWorld world;
  CHECK(demo_people(world.database)->people.size() == 8);
  CHECK(demo_household_of(world.database, person(Who::Parent)).value() == household);
  CHECK(demo_household_of(world.database, person(Who::Real))->is_nil());
  CHECK(demo_household_of(world.database, PersonId(IdBytes{7}))->is_nil());
}
