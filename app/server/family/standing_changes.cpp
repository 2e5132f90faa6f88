#include "app/server/family/standing_changes.hpp"

#include "app/server/database.hpp"

namespace alongside::server {

namespace {

constexpr std::string_view upsert_relationship =
    "INSERT INTO relationship(household, child, person, role, parental_responsibility, scope, from_day, until_day,"
    " restricted, lawful) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (household, child, person) DO "
    "UPDATE SET role "
    "= excluded.role,"
    " parental_responsibility = excluded.parental_responsibility, scope = excluded.scope,"
    " from_day = excluded.from_day, until_day = excluded.until_day, restricted = excluded.restricted,"
    " lawful = excluded.lawful WHERE (relationship.role, relationship.parental_responsibility, relationship.scope,"
    " relationship.from_day, relationship.until_day, relationship.restricted, relationship.lawful) IS DISTINCT FROM"
    " (excluded.role, excluded.parental_responsibility, excluded.scope, excluded.from_day, excluded.until_day,"
    " excluded.restricted, excluded.lawful)";

}  // namespace

Result<void> put_relationship(Database& database, const Relationship& one) {
  auto insert = ALONGSIDE_TRY(database.prepare(upsert_relationship));
  bind_id(insert, 1, one.child.household);
  bind_id(insert, 2, one.child.id);
  bind_id(insert, 3, one.person).bind(4, static_cast<int>(one.role));
  insert.bind(5, static_cast<int>(one.responsibility)).bind(6, static_cast<std::int64_t>(one.scope));
  insert.bind(7, one.from.days()).bind(8, one.until.days()).bind(9, static_cast<int>(one.restriction));
  insert.bind(10, static_cast<int>(one.lawful));
  return insert.run();
}

Result<std::vector<OpenShare>> open_shares(Database& database, const wire::Subject& child, Date day) {
  auto rows = ALONGSIDE_TRY(database.prepare(
      "SELECT share.viewer, share.owner, share.facet, " + shared_level() + ", share.until_day " + standing_shares() +
      " AND share.household = ?2 AND share.subject = ?3 AND share.level > 0 ORDER BY 1, 2, 3"));
  rows.bind(1, day.days());
  bind_id(bind_id(rows, 2, child.household), 3, child.id);
  std::vector<OpenShare> open;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    open.push_back({column_id<PersonId>(rows, 0), column_id<PersonId>(rows, 1),
                    static_cast<wire::Facet>(rows.column_integer(2)),
                    static_cast<wire::ShareLevel>(rows.column_integer(3)),
                    Date(static_cast<std::int32_t>(rows.column_integer(4)))});
  }
  return open;
}

Result<std::vector<Relationship>> who_stands_by(Database& database, const wire::Subject& child, Date day) {
  auto rows =
      ALONGSIDE_TRY(database.prepare("SELECT person FROM relationship WHERE household = ?1 AND child = ?2"
                                     " AND ?3 BETWEEN from_day AND until_day ORDER BY person"));
  bind_id(bind_id(rows, 1, child.household), 2, child.id).bind(3, day.days());
  std::vector<PersonId> people;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) people.push_back(column_id<PersonId>(rows, 0));
  std::vector<Relationship> standing;
  for (const PersonId person : people) {
    if (auto found = ALONGSIDE_TRY(find_relationship(database, child, person))) standing.push_back(*found);
  }
  return standing;
}

Result<void> note_standing(Database& database, const Relationship& one, const StandingNote& note) {
  auto insert = ALONGSIDE_TRY(
      database.prepare("INSERT INTO standing_change (child, person, at_ms, change, officer, reason)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (child, person, at_ms) DO UPDATE SET"
                       " change = excluded.change, officer = excluded.officer, reason = excluded.reason"));
  bind_id(bind_id(insert, 1, one.child.id), 2, one.person).bind(3, note.at_ms);
  insert.bind(4, static_cast<int>(note.change)).bind(5, note.officer).bind(6, note.reason);
  return insert.run();
}

}  // namespace alongside::server
