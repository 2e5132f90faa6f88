#include "app/server/backup/backup_record.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/migration.hpp"
#include "app/server/sync/incarnation.hpp"

#include <array>

namespace alongside::server {

namespace {

constexpr const char* first =
    "CREATE TABLE backup (at_ms INTEGER NOT NULL, sha256 BLOB NOT NULL CHECK (length(sha256) = 32),"
    "  operations INTEGER NOT NULL) STRICT;";

constexpr std::array<Migration, 1> all{{{1, "verified backups", first}}};

}  // namespace

std::span<const Migration> backup_migrations() { return all; }

Result<std::vector<DeviceEnd>> device_ends(Database& database) {
  auto rows = ALONGSIDE_TRY(database.prepare("SELECT person, id, last FROM device WHERE last > backed_up"));
  std::vector<DeviceEnd> ends;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    const DeviceKey device{column_id<PersonId>(rows, 0), column_id<DeviceId>(rows, 1)};
    ends.push_back({device, static_cast<std::uint64_t>(rows.column_integer(2))});
  }
  return ends;
}

Result<void> begin_new_life(Database& database, Chance& chance) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database));
  ALONGSIDE_TRY(renew_incarnation(database, chance));
  ALONGSIDE_TRY(database.execute("UPDATE device SET backed_up = last"));
  ALONGSIDE_TRY(transaction.commit());
  return database.checkpoint();
}

Result<void> note_backup(Database& database, const VerifiedBackup& backup, std::int64_t at_ms) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database));
  if (ALONGSIDE_TRY(incarnation(database)) != backup.manifest.incarnation) {
    return Error{ErrorCode::Conflict, "the backup is of another life of this database"};
  }
  DeviceLog log(database);
  for (const DeviceEnd& end : backup.ends) ALONGSIDE_TRY(log.note_backed_up(end.device, end.last));
  auto insert = ALONGSIDE_TRY(database.prepare("INSERT INTO backup (at_ms, sha256, operations) VALUES (?1, ?2, ?3)"));
  insert.bind(1, at_ms).bind_bytes(2, backup.manifest.database.sha256).bind(3, backup.manifest.watermark.operations);
  ALONGSIDE_TRY(insert.run());
  return transaction.commit();
}

}  // namespace alongside::server
