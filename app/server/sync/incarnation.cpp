#include "app/server/sync/incarnation.hpp"

#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

namespace alongside::server {

Result<IncarnationId> incarnation(Database& database) {
  auto row = ALONGSIDE_TRY(database.prepare("SELECT id FROM incarnation"));
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return Error{ErrorCode::Storage, "the database has no incarnation"};
  return column_id<IncarnationId>(row, 0);
}

Result<void> renew_incarnation(Database& database, Chance& chance) {
  auto change = ALONGSIDE_TRY(database.prepare("UPDATE incarnation SET id = ?1"));
  bind_id(change, 1, random_id<IncarnationId>(chance));
  return change.run();
}

}  // namespace alongside::server
