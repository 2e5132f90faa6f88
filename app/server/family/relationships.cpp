#include "app/server/family/relationships.hpp"

#include "app/server/database.hpp"

namespace alongside::server {

Result<std::optional<Relationship>> find_relationship(Database& database, const wire::Subject& child, PersonId person) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT role, parental_responsibility, scope, from_day, until_day, restricted FROM relationship"
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
  return std::optional<Relationship>(found);
}

std::string standing_shares() { return std::string(made_shares) + " AND sees.restricted = 0"; }

}  // namespace alongside::server
