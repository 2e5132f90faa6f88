#include "app/server/family/relationships.hpp"

#include "app/server/database.hpp"

namespace alongside::server {

Result<std::optional<Relationship>> find_relationship(Database& database, const wire::Subject& child, PersonId person) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT role, parental_responsibility, scope, from_day, until_day, restricted, lawful,"
                       " (SELECT grown_day FROM child WHERE household = ?1 AND id = ?2) FROM relationship"
                       " WHERE household = ?1 AND child = ?2 AND person = ?3"));
  bind_id(select, 1, child.household);
  bind_id(select, 2, child.id);
  bind_id(select, 3, person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<Relationship>();
  Relationship found;
  found.child = child;
  found.person = person;
  found.role = static_cast<wire::FamilyRole>(select.column_integer(0));
  found.responsibility = static_cast<Responsibility>(select.column_integer(1));
  found.scope = static_cast<FacetSet>(select.column_integer(2));
  found.from = Date(static_cast<std::int32_t>(select.column_integer(3)));
  found.until = Date(static_cast<std::int32_t>(select.column_integer(4)));
  found.restriction = select.column_integer(5) == 0 ? Restriction::None : Restriction::Protective;
  found.lawful = static_cast<Lawful>(select.column_integer(6));
  found.grown = Date(static_cast<std::int32_t>(select.column_integer(7)));
  return std::optional<Relationship>(found);
}

std::string ends_at_18(std::string_view relationship) {
  const std::string name(relationship);
  return "(" + name + ".lawful = 0 AND (" + name + ".role = 0 OR (" + name + ".role = 1 AND " + name +
         ".parental_responsibility = 1)))";
}

std::string shares_ever_made() {
  return "FROM share"
         " JOIN relationship AS sees ON sees.household = share.household AND sees.child = share.subject"
         "  AND sees.person = share.viewer"
         " JOIN relationship AS shows ON shows.household = share.household AND shows.child = share.subject"
         "  AND shows.person = share.owner"
         " JOIN child AS young ON young.household = share.household AND young.id = share.subject"
         " WHERE ?1 BETWEEN sees.from_day AND sees.until_day"
         " AND (sees.scope >> CAST(share.facet AS INTEGER)) & 1 = 1"
         " AND ?1 BETWEEN shows.from_day AND shows.until_day"
         // 3: the young person themselves.
         " AND (?1 < young.grown_day OR shows.role = 3 OR NOT " +
         ends_at_18("sees") + ") AND (?1 < young.grown_day OR sees.role = 3 OR NOT " + ends_at_18("shows") + ")";
}

std::string made_shares() { return shares_ever_made() + " AND ?1 BETWEEN share.from_day AND share.until_day"; }

std::string shared_level() {
  return "CASE WHEN sees.lawful = 5 AND share.level > 1 THEN 1 ELSE share.level END";  // 5: Lawful::Professional
}

std::string standing_shares() { return made_shares() + " AND sees.restricted = 0"; }

Result<bool> is_let_in(Database& database, const wire::Subject& child, PersonId person, Date day) {
  auto row = ALONGSIDE_TRY(database.prepare("SELECT 1 " + standing_shares() +
                                            " AND share.household = ?2 AND share.subject = ?3 AND share.viewer = ?4"
                                            " AND shows.role = 3 AND share.level > 0 LIMIT 1"));
  row.bind(1, day.days());
  bind_id(bind_id(bind_id(row, 2, child.household), 3, child.id), 4, person);
  return ALONGSIDE_TRY(row.step()) == Step::Row;
}

}  // namespace alongside::server
