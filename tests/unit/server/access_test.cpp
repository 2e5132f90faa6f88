// Access: relations, shares and the four permissions, on a small family.
#include "app/server/family/shares.hpp"
#include "tests/unit/server/family_world.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;
using wire::Facet;
using wire::ShareLevel;

namespace {

bool may(const FamilyWorld& world, Who who, std::string_view what, const AccessTarget& target) {
  const auto answer = world.access.authorise(actor(who), what, target);
  if (!answer.ok()) CHECK(answer.error().code == ErrorCode::NotAllowed);
  return answer.ok();
}

AccessTarget of_sharer(Facet facet, Intention intention) { return {child, person(Who::Sharer), facet, intention}; }

Relation relation_of(const FamilyWorld& world, Who who) {
  const auto relation = world.access.relation(actor(who), child);
  REQUIRE(relation.ok());
  return relation.value();
}

}  // namespace

TEST_CASE("a relation is what the council recorded, on the days for which it recorded it") {
  FamilyWorld world;
  CHECK(relation_of(world, Who::Parent) == Relation::Parent);
  CHECK(relation_of(world, Who::Carer) == Relation::Carer);
  CHECK(relation_of(world, Who::Helper) == Relation::Helper);
  CHECK(relation_of(world, Who::YoungPerson) == Relation::YoungPerson);
  CHECK(relation_of(world, Who::Other) == Relation::Other);
  CHECK(relation_of(world, Who::Restricted) == Relation::Parent);
  CHECK(relation_of(world, Who::Former) == Relation::Other);
  world.clock.go_on(-day);  // the last day on which it still held
  CHECK(relation_of(world, Who::Former) == Relation::Carer);
  world.clock.go_on(-13 * 366 * day);  // before the child was born
  CHECK(relation_of(world, Who::Parent) == Relation::Other);
  CHECK(world.access.relation(Actor{}, child).value() == Relation::Stranger);
}

TEST_CASE("a person is Self to their own things and nothing to another's, whatever household they name") {
  FamilyWorld world;
  CHECK(world.access.relation(actor(Who::Parent), own_things(Who::Parent)).value() == Relation::Self);
  CHECK(world.access.relation(actor(Who::Parent), own_things(Who::Carer)).value() == Relation::Other);
  wire::Subject elsewhere = own_things(Who::Parent);
  elsewhere.household = HouseholdId::parse("10000000-0000-4000-8000-000000000002").value();
  CHECK(world.access.relation(actor(Who::Parent), elsewhere).value() == Relation::Other);
  CHECK(world.access.relation(actor(Who::Parent), {elsewhere.household, child.id}).value() == Relation::Other);
}

TEST_CASE("what has no row is denied to everybody, with and without a target") {
  const FamilyWorld world;
  for (int i = 1; i <= 9; ++i) {
    const Who who = static_cast<Who>(i);
    CHECK(world.access.authorise(actor(who), "GET /api/nowhere").error().code == ErrorCode::NotAllowed);
    CHECK(!may(world, who, "op nobody.wrote", {child, person(who), Facet::Money, Intention::See}));
  }
  CHECK(world.access.authorise(Actor{}, "GET /api/nowhere").error().code == ErrorCode::NotAllowed);
}

TEST_CASE("a stranger is told to sign in only where signing in would help") {
  FamilyWorld world;
  world.table.signed_in("GET /api/mine");
  world.table.open_to_all("GET /api/everybodys");
  world.table.add("GET /api/nobodys");
  CHECK(world.access.authorise(Actor{}, "GET /api/mine").error().code == ErrorCode::SignedOut);
  CHECK(world.access.authorise(Actor{}, "GET /api/nobodys").error().code == ErrorCode::NotAllowed);
  CHECK(world.access.authorise(Actor{}, "GET /api/everybodys").ok());
  CHECK(world.access.authorise(actor(Who::Other), "GET /api/mine").ok());
}

TEST_CASE("what is open to all opens no document, not even one's own") {
  FamilyWorld world;
  world.table.open_to_all("GET /api/everybodys");
  for (const Who who : {Who::Parent, Who::Sharer, Who::Other}) {
    CHECK(!may(world, who, "GET /api/everybodys", of_sharer(Facet::Money, Intention::See)));
  }
  CHECK(!world.access.authorise(Actor{}, "GET /api/everybodys", of_sharer(Facet::Money, Intention::See)).ok());
}

TEST_CASE("Own is what the actor owns or makes; Shared adds what its owner lets them, as far as they let them") {
  FamilyWorld world;
  world.table.add("op own").give(Relation::Parent, Permission::Own);
  world.table.add("op shared").give(Relation::Parent, Permission::Shared);
  const AccessTarget mine{child, person(Who::Parent), Facet::Address, Intention::Change};
  const AccessTarget fresh{child, PersonId{}, Facet::Address, Intention::Change};
  for (const char* what : {"op own", "op shared"}) {
    CHECK(may(world, Who::Parent, what, mine));
    CHECK(may(world, Who::Parent, what, fresh));
    CHECK(!may(world, Who::Carer, what, fresh));
  }
  CHECK(!may(world, Who::Parent, "op own", of_sharer(Facet::Money, Intention::See)));
  CHECK(may(world, Who::Parent, "op shared", of_sharer(Facet::Money, Intention::Change)));
  CHECK(may(world, Who::Parent, "op shared", of_sharer(Facet::CareNotes, Intention::See)));
  CHECK(!may(world, Who::Parent, "op shared", of_sharer(Facet::CareNotes, Intention::Change)));
  CHECK(!may(world, Who::Parent, "op shared", of_sharer(Facet::Address, Intention::See)));
  CHECK(!may(world, Who::Parent, "op shared", of_sharer(Facet::Own, Intention::See)));
  CHECK(!may(world, Who::Restricted, "op shared", of_sharer(Facet::Money, Intention::See)));
}

TEST_CASE("a restriction looks exactly like nobody having shared anything") {
  FamilyWorld world;
  FamilyWorld unshared;
  REQUIRE(unshared.database.execute("UPDATE relationship SET restricted = 0; UPDATE share SET level = 0").ok());
  const auto answer = [&](FamilyWorld& of, std::string_view what, PersonId owner, Facet facet, Intention intention) {
    const auto asked = of.access.authorise(actor(Who::Restricted), what, {child, owner, facet, intention});
    return asked.ok() ? std::string("yes") : std::string(name_of(asked.error().code)) + asked.error().detail;
  };
  for (FamilyWorld* one : {&world, &unshared}) {
    one->table.signed_in("GET /api/mine");
    one->table.add("op own").give(Relation::Parent, Permission::Own);
    one->table.add("op shared").give(Relation::Parent, Permission::Shared);
  }
  for (std::size_t i = 0; i < wire::facet_count; ++i) {
    const Facet facet = static_cast<Facet>(i);
    for (const char* what : {"GET /api/mine", "op own", "op shared", "op nobody.wrote"}) {
      for (const Intention intention : {Intention::See, Intention::Change}) {
        for (const PersonId owner : {person(Who::Sharer), person(Who::Restricted), PersonId{}}) {
          CHECK(answer(world, what, owner, facet, intention) == answer(unshared, what, owner, facet, intention));
        }
        CHECK(answer(world, what, person(Who::Sharer), facet, intention) != "yes");
      }
    }
    CHECK(answer(world, "op own", person(Who::Restricted), facet, Intention::Change) == "yes");
    const auto viewers = world.access.viewers(person(Who::Sharer), child, facet).value();
    CHECK(std::find(viewers.begin(), viewers.end(), person(Who::Restricted)) == viewers.end());
  }
}

TEST_CASE("what somebody who is restricted shares goes on reaching the others") {
  FamilyWorld world;
  const ShareGrant grant{person(Who::Restricted), person(Who::Parent),      child,
                         Facet::School,           wire::ShareLevel::Change, world.clock.today()};
  REQUIRE(set_share(world.database, grant, EarlierShare::Replaced).ok());
  CHECK(world.access.share(grant.owner, grant.viewer, child, Facet::School).value() == wire::ShareLevel::Change);
  CHECK(world.access.viewers(grant.owner, child, Facet::School).value().size() == 2);
}

TEST_CASE("those who may see a document are its owner and whom they share it with today, and nobody twice") {
  FamilyWorld world;
  const auto viewers = world.access.viewers(person(Who::Sharer), child, Facet::CareNotes);
  REQUIRE(viewers.ok());
  CHECK(viewers.value() == std::vector<PersonId>{person(Who::Sharer), person(Who::Parent), person(Who::Carer),
                                                 person(Who::Helper), person(Who::YoungPerson)});
  CHECK(world.access.viewers(person(Who::Sharer), child, Facet::Own).value() ==
        std::vector<PersonId>{person(Who::Sharer)});
  CHECK(world.access.viewers(person(Who::Parent), child, Facet::Money).value() ==
        std::vector<PersonId>{person(Who::Parent)});
}

TEST_CASE("V8.2.3: a helper is shown only the facets that the council gave them, whoever shares more") {
  FamilyWorld world;
  ShareGrant school{person(Who::Sharer), person(Who::Helper), child, Facet::School, ShareLevel::Change, Date{}};
  REQUIRE(set_share(world.database, school, EarlierShare::Replaced).value() == Changed::Yes);
  CHECK(world.access.share(school.owner, school.viewer, child, Facet::School).value() == ShareLevel::None);
  CHECK(world.access.share(school.owner, school.viewer, child, Facet::Money).value() == ShareLevel::Change);
}

TEST_CASE("a share that was made while the council's clock was ahead begins when its owner shares again") {
  FamilyWorld world;
  ShareGrant grant{person(Who::Sharer), person(Who::Parent), child, Facet::School, ShareLevel::See, Date{}};
  grant.from = Date(world.clock.today().days() + 3650);
  REQUIRE(set_share(world.database, grant, EarlierShare::Replaced).value() == Changed::Yes);
  CHECK(world.access.share(grant.owner, grant.viewer, child, Facet::School).value() == ShareLevel::None);
  grant.from = world.clock.today();
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).value() == Changed::Yes);
  CHECK(world.access.share(grant.owner, grant.viewer, child, Facet::School).value() == ShareLevel::See);
}

TEST_CASE("a share that is taken back, not begun or over shows nothing, and each pair is a direction of its own") {
  FamilyWorld world;
  const PersonId owner = person(Who::Sharer);
  const PersonId viewer = person(Who::Parent);
  const auto level = [&] { return world.access.share(owner, viewer, child, Facet::Money).value(); };
  CHECK(level() == ShareLevel::Change);
  CHECK(world.access.share(viewer, owner, child, Facet::Money).value() == ShareLevel::None);
  ShareGrant grant{owner, viewer, child, Facet::Money, ShareLevel::None, Date{}};
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).value() == Changed::Yes);
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).value() == Changed::No);
  CHECK(level() == ShareLevel::None);
  grant.level = ShareLevel::See;
  grant.from = Date(world.clock.today().days() + 1);
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).ok());
  CHECK(level() == ShareLevel::None);
  world.clock.go_on(day);
  CHECK(level() == ShareLevel::See);
}

TEST_CASE("nobody shares with themselves, with somebody unknown to the child, or what is never shared") {
  FamilyWorld world;
  ShareGrant grant{person(Who::Sharer), person(Who::Parent), child, Facet::Own, ShareLevel::See, Date{}};
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).error().code == ErrorCode::InvalidInput);
  grant.facet = Facet::Money;
  grant.viewer = grant.owner;
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).error().code == ErrorCode::InvalidInput);
  grant.viewer = person(Who::Other);
  CHECK(set_share(world.database, grant, EarlierShare::Replaced).error().code == ErrorCode::NotFound);
}
