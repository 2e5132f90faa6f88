// What ends by itself on somebody's 18th birthday, on the day and for whom, and what does not: what the grown-up
// shares, what the council recorded by law, and everybody's own things.
#include "app/base/birthday.hpp"
#include "app/server/family/shares.hpp"
#include "app/server/family/standing_changes.hpp"
#include "app/server/session/session_info.hpp"
#include "tests/unit/server/family_world.hpp"
#include "tests/unit/server/two_parents.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;
using wire::Facet;
using wire::ShareLevel;

namespace {

const Date eighteen = Date::parse("2028-05-01").value();  // of the child in relations.json

// The family, with its clock at noon of a day.
struct GrowingWorld : FamilyWorld {
  explicit GrowingWorld(Date on = eighteen) {
    table.add("op shared")
        .give(Relation::Parent, Permission::Shared)
        .give(Relation::Carer, Permission::Shared)
        .give(Relation::Helper, Permission::Shared)
        .give(Relation::YoungPerson, Permission::Shared);
    at(on);
  }
  void at(Date on) { clock.go_on((on.days() - clock.today().days()) * testing::day); }
  Relation relation(Who who) { return access.relation(actor(who), child).value(); }
  bool may(Who who, Who owner, Facet facet, Intention intention = Intention::See) {
    return access.authorise(actor(who), "op shared", {child, person(owner), facet, intention}).ok();
  }
  void shares(Who owner, Who viewer, Facet facet, ShareLevel level = ShareLevel::See) {
    REQUIRE(
        set_share(database, {person(owner), person(viewer), child, facet, level, clock.today()}, EarlierShare::Replaced)
            .ok());
  }
  std::size_t children_of(Who who) { return session_info(database, clock, actor(who)).value().children.size(); }
};

}  // namespace

TEST_CASE("a parent's standing ends by itself on the 18th birthday, and not a day before") {
  GrowingWorld world(Date(eighteen.days() - 1));
  CHECK(world.relation(Who::Parent) == Relation::Parent);
  CHECK(world.may(Who::Parent, Who::Sharer, Facet::Money));
  CHECK(world.children_of(Who::Parent) == 1);
  world.at(eighteen);
  for (const Who who : {Who::Parent, Who::Sharer, Who::Restricted}) {
    CHECK(world.relation(who) == Relation::Other);
    CHECK(world.children_of(who) == 0);
    CHECK_FALSE(world.may(who, Who::Sharer, Facet::Money));
  }
  CHECK(world.relation(Who::Carer) == Relation::Carer);
  CHECK(world.relation(Who::Helper) == Relation::Helper);
  CHECK(world.relation(Who::YoungPerson) == Relation::YoungPerson);
  CHECK(world.children_of(Who::YoungPerson) == 1);
}

TEST_CASE("a carer with parental responsibility is a parent in this") {
  GrowingWorld world;
  CHECK(world.relation(Who::Carer) == Relation::Carer);
  REQUIRE(world.database.execute("UPDATE relationship SET parental_responsibility = 1 WHERE role = 1").ok());
  CHECK(world.relation(Who::Carer) == Relation::Other);
}

TEST_CASE("what a parent shared reaches the grown-up as before, and nobody else") {
  GrowingWorld world;
  const auto viewers = world.access.viewers(person(Who::Sharer), child, Facet::Money);
  REQUIRE(viewers.ok());
  CHECK(viewers.value() == std::vector<PersonId>{person(Who::Sharer), person(Who::YoungPerson)});
}

TEST_CASE("whom the grown-up lets see something stands by them as a helper does, and sees that alone") {
  GrowingWorld world;
  world.shares(Who::YoungPerson, Who::Parent, Facet::Plan);
  CHECK(world.relation(Who::Parent) == Relation::Helper);
  CHECK(world.may(Who::Parent, Who::YoungPerson, Facet::Plan));
  CHECK_FALSE(world.may(Who::Parent, Who::YoungPerson, Facet::Plan, Intention::Change));
  CHECK_FALSE(world.may(Who::Parent, Who::YoungPerson, Facet::Money));
  CHECK_FALSE(world.may(Who::Parent, Who::Sharer, Facet::Money));
  const auto info = session_info(world.database, world.clock, actor(Who::Parent));
  REQUIRE(info->children.size() == 1);
  CHECK(info->children[0].role == wire::FamilyRole::Helper);
  world.shares(Who::YoungPerson, Who::Parent, Facet::Plan, ShareLevel::None);
  CHECK(world.relation(Who::Parent) == Relation::Other);
}

TEST_CASE("what a young person shared before they were 18 is theirs to keep up, and goes on") {
  GrowingWorld world(Date(eighteen.days() - 400));
  world.shares(Who::YoungPerson, Who::Parent, Facet::School);
  world.at(eighteen);
  CHECK(world.may(Who::Parent, Who::YoungPerson, Facet::School));
}

TEST_CASE("a restriction still cannot be told from the grown-up sharing nothing") {
  GrowingWorld world;
  world.shares(Who::YoungPerson, Who::Restricted, Facet::Plan);
  CHECK(world.relation(Who::Restricted) == Relation::Other);
  CHECK(world.children_of(Who::Restricted) == 0);
  CHECK_FALSE(world.may(Who::Restricted, Who::YoungPerson, Facet::Plan));
}

TEST_CASE("who stands by a grown-up by law goes on as before, until that ends") {
  GrowingWorld world;
  auto parent = find_relationship(world.database, child, person(Who::Parent)).value().value();
  parent.lawful = Lawful::Deputy;
  parent.until = Date(eighteen.days() + 10);
  REQUIRE(put_relationship(world.database, parent).ok());
  CHECK(world.relation(Who::Parent) == Relation::Parent);
  CHECK(world.children_of(Who::Parent) == 1);
  CHECK(find_relationship(world.database, child, person(Who::Parent)).value()->lawful == Lawful::Deputy);
  REQUIRE(world.import(FIXTURES "/family/relations.json").ok());  // a file ends nothing of it
  CHECK(find_relationship(world.database, child, person(Who::Parent)).value()->lawful == Lawful::Deputy);
  world.at(Date(eighteen.days() + 11));
  CHECK(world.relation(Who::Parent) != Relation::Carer);
}

TEST_CASE("a date of birth that is put right moves the day with it") {
  GrowingWorld world;
  REQUIRE(world.database.execute("UPDATE child SET born_day = born_day + 1, grown_day = 0").ok());
  CHECK(world.relation(Who::Parent) == Relation::Other);
  REQUIRE(world.import(FIXTURES "/family/relations.json").ok());
  world.at(Date(eighteen.days() - 1));
  CHECK(world.relation(Who::Parent) == Relation::Parent);
  world.at(eighteen);
  CHECK(world.relation(Who::Parent) == Relation::Other);
}

TEST_CASE(
    "children who were in the record before are given the day that birthday() gives, for every day of birth from 1972 "
    "to 2082") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  const auto all = family_migrations();
  REQUIRE(apply_migrations(database, "family", all.first(5)).ok());
  REQUIRE(database.execute("INSERT INTO household VALUES (x'10000000000040008000000000000001', 0);").ok());
  REQUIRE(database
              .execute("WITH RECURSIVE born(day) AS (SELECT 789 UNION ALL SELECT day + 1 FROM born WHERE day < 40966)"
                       " INSERT INTO child SELECT x'10000000000040008000000000000001',"
                       " CAST(printf('%016d', day) AS BLOB), 'Child', day FROM born")
              .ok());
  REQUIRE(apply_migrations(database, "family", all).ok());
  auto rows = database.prepare("SELECT born_day, grown_day FROM child");
  REQUIRE(rows.ok());
  int wrong = 0, seen = 0;
  while (rows->step().value() == Step::Row) {
    ++seen;
    const Date born(static_cast<std::int32_t>(rows->column_integer(0)));
    wrong += birthday(born, grown_up_years).days() != rows->column_integer(1);
  }
  CHECK(seen == 40966 - 789 + 1);
  CHECK(wrong == 0);
}

TEST_CASE("a change that a parent could not send before the day is refused with its reason, and what is theirs stays") {
  TwoParents family;
  family.sharing(Facet::School, ShareLevel::See);
  const auto school = fact(family.server, Facet::School, "Oak Lane");
  family.phone.make(family.riley, school);
  REQUIRE(family.tablet.feed().documents.size() == 1);
  const auto day = family.server.clock.day;
  REQUIRE(family.server.database.execute("UPDATE child SET grown_day = " + std::to_string(day.days() + 1)).ok());
  family.server.clock.day = Date(day.days() + 1);
  const auto result = family.phone.make(family.riley, fact(school.id, Facet::School, "Elm Row"), 1);
  CHECK(result.outcome == wire::Outcome::Refused);
  CHECK(result.code == "grown_up");
  const auto own = family.phone.feed();
  REQUIRE(own.documents.size() == 2);  // and the list of what Sam shares
  CHECK(std::ranges::all_of(own.documents, [](const auto& one) { return one.state != wire::DocumentState::Gone; }));
  CHECK(family.tablet.feed().documents[0].state == wire::DocumentState::Gone);
}
