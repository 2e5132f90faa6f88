#include "app/server/session/session_info.hpp"

#include "app/server/database.hpp"
#include "app/server/family/relationships.hpp"

#include <algorithm>
#include <string>

namespace alongside::server {

namespace {

Result<std::string> name_of_person(Database& database, const Actor& actor) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT name FROM person WHERE household = ?1 AND id = ?2"));
  bind_id(select, 1, actor.household);
  bind_id(select, 2, actor.person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return Error{ErrorCode::SignedOut, "Sign in first."};
  return std::string(select.column_text(0));
}

Result<std::vector<wire::FamilyChild>> children_of(Database& database, Date today, PersonId person) {
  auto select = ALONGSIDE_TRY(database.prepare(
      "SELECT child.household, child.id, child.name, relationship.role, CASE WHEN ?2 >= child.grown_day AND " +
      ends_at_18("relationship") +
      " THEN 1 ELSE 0 END FROM relationship"
      " JOIN child ON child.household = relationship.household AND child.id = relationship.child"
      " WHERE relationship.person = ?1 AND ?2 BETWEEN from_day AND until_day"
      " ORDER BY child.born_day, child.name, child.id"));
  bind_id(select, 1, person).bind(2, today.days());
  std::vector<wire::FamilyChild> children;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    wire::FamilyChild child;
    child.subject = {column_id<HouseholdId>(select, 0), column_id<SubjectId>(select, 1)};
    child.name = select.column_text(2);
    child.role = static_cast<wire::FamilyRole>(select.column_integer(3));
    const bool is_over_by_age = select.column_integer(4) != 0;
    if (is_over_by_age) {
      if (!ALONGSIDE_TRY(is_let_in(database, child.subject, person, today))) continue;
      child.role = wire::FamilyRole::Helper;  // as Access has it
    }
    children.push_back(std::move(child));
  }
  return children;
}

wire::FamilyPerson* find(std::vector<wire::FamilyPerson>& people, PersonId id) {
  const auto found = std::ranges::find(people, id, &wire::FamilyPerson::id);
  return found == people.end() ? nullptr : &*found;
}

Result<void> add_what_they_lend(Database& database, Date today, PersonId viewer,
                                std::vector<wire::FamilyPerson>& people) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT share.owner, share.subject, share.facet, " + shared_level() +
                                               " " + standing_shares() +
                                               " AND share.viewer = ?2 AND share.level > 0"
                                               " ORDER BY share.owner, share.subject, share.facet"));
  select.bind(1, today.days());
  bind_id(select, 2, viewer);
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    if (wire::FamilyPerson* owner = find(people, column_id<PersonId>(select, 0))) {
      owner->lends.push_back({column_id<SubjectId>(select, 1), static_cast<wire::Facet>(select.column_integer(2)),
                              static_cast<wire::ShareLevel>(select.column_integer(3))});
    }
  }
  return {};
}

// The children by whom somebody stands by their post, of those of whom the owner could show them something.
Result<void> add_whom_they_work_with(Database& database, Date today, PersonId owner,
                                     std::vector<wire::FamilyPerson>& people) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT DISTINCT share.viewer, share.subject " + shares_ever_made() +
                       " AND share.owner = ?2 AND sees.lawful = ?3 ORDER BY share.viewer, share.subject"));
  select.bind(1, today.days());
  bind_id(select, 2, owner).bind(3, static_cast<int>(Lawful::Professional));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    if (wire::FamilyPerson* viewer = find(people, column_id<PersonId>(select, 0)))
      viewer->works_with.push_back(column_id<SubjectId>(select, 1));
  }
  return {};
}

// Whoever shows them something, and everybody whom they ever showed something or were introduced to: what is over can
// be given again.
Result<std::vector<wire::FamilyPerson>> people_of(Database& database, Date today, PersonId person) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT id, name FROM person WHERE id IN"
                       " (SELECT share.viewer " +
                       shares_ever_made() +
                       " AND share.owner = ?2"
                       " UNION SELECT share.owner " +
                       standing_shares() + " AND share.viewer = ?2 AND share.level > 0) ORDER BY name, id"));
  select.bind(1, today.days());
  bind_id(select, 2, person);
  std::vector<wire::FamilyPerson> people;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    people.push_back({column_id<PersonId>(select, 0), std::string(select.column_text(1)), {}, {}, {}});
  }
  ALONGSIDE_TRY(add_what_they_lend(database, today, person, people));
  ALONGSIDE_TRY(add_whom_they_work_with(database, today, person, people));
  return people;
}

}  // namespace

Result<wire::SessionInfo> session_info(Database& database, const Clock& clock, const Actor& actor) {
  wire::SessionInfo info;
  if (!actor.signed_in()) return info;
  info.person = actor.person;
  info.name = ALONGSIDE_TRY(name_of_person(database, actor));
  info.own = {actor.household, SubjectId(actor.person.bytes())};
  info.children = ALONGSIDE_TRY(children_of(database, clock.today(), actor.person));
  info.people = ALONGSIDE_TRY(people_of(database, clock.today(), actor.person));
  return info;
}

Result<wire::DemoPeople> demo_people(Database& database) {
  auto select = ALONGSIDE_TRY(database.prepare(
      "SELECT person.id, person.name, (SELECT min(role) FROM relationship WHERE relationship.person = person.id)"
      " FROM person JOIN household ON household.id = person.household WHERE household.demo = 1"
      " ORDER BY person.name, person.id"));
  wire::DemoPeople demo;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    wire::DemoPerson person;
    person.person = column_id<PersonId>(select, 0);
    person.name = select.column_text(1);
    person.role = static_cast<wire::FamilyRole>(select.column_integer(2));
    demo.people.push_back(std::move(person));
  }
  return demo;
}

Result<HouseholdId> demo_household_of(Database& database, PersonId person) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT person.household FROM person JOIN household ON household.id = person.household"
                       " WHERE household.demo = 1 AND person.id = ?1"));
  bind_id(select, 1, person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return HouseholdId{};
  return column_id<HouseholdId>(select, 0);
}

}  // namespace alongside::server
