#include "app/server/family/shares.hpp"

#include "app/server/database.hpp"
#include "app/server/family/relationships.hpp"

namespace alongside::server {

namespace {

constexpr std::string_view insert_share =
    "INSERT INTO share(household, owner, viewer, subject, facet, level, from_day, until_day)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (household, owner, viewer, subject, facet) DO ";
// One that would begin later begins now: it was made while the council's clock was wrong.
constexpr std::string_view replace_earlier =
    "UPDATE SET level = excluded.level, from_day = excluded.from_day, until_day = excluded.until_day"
    " WHERE share.level <> excluded.level OR share.until_day <> excluded.until_day OR share.from_day > "
    "excluded.from_day";

}  // namespace

Result<Changed> set_share(Database& database, const ShareGrant& grant, EarlierShare earlier) {
  if (grant.facet == wire::Facet::Own || !wire::is_known(grant.facet) || grant.owner == grant.viewer) {
    return Error{ErrorCode::InvalidInput, "this is never shared"};
  }
  for (const PersonId person : {grant.owner, grant.viewer}) {
    if (!ALONGSIDE_TRY(find_relationship(database, grant.subject, person))) {
      return Error{ErrorCode::NotFound, "there is no such person by this child"};
    }
  }
  const std::string sql =
      std::string(insert_share) + (earlier == EarlierShare::Kept ? "NOTHING" : std::string(replace_earlier));
  auto insert = ALONGSIDE_TRY(database.prepare(sql));
  bind_id(insert, 1, grant.subject.household);
  bind_id(insert, 2, grant.owner);
  bind_id(insert, 3, grant.viewer);
  bind_id(insert, 4, grant.subject.id);
  insert.bind(5, static_cast<int>(grant.facet)).bind(6, static_cast<int>(grant.level));
  insert.bind(7, grant.from.days()).bind(8, grant.until.days());
  ALONGSIDE_TRY(insert.run());
  return database.changes() > 0 ? Changed::Yes : Changed::No;
}

}  // namespace alongside::server
