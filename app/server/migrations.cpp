#include "app/server/migration.hpp"

#include "app/server/checksum.hpp"
#include "app/server/database.hpp"

#include <string>

namespace alongside::server {

namespace {

constexpr const char* table =
    "CREATE TABLE IF NOT EXISTS migration ("
    "  feature TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL,"
    "  applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),"
    "  PRIMARY KEY (feature, number)) STRICT";

std::string label(std::string_view feature, int number) {
  return "migration " + std::to_string(number) + " of " + std::string(feature);
}

Result<void> apply(Database& database, std::string_view feature, const Migration& migration) {
  // The tables and the note that they were made are one transaction: never one without the other.
  auto transaction = ALONGSIDE_TRY(Transaction::create(database));
  ALONGSIDE_TRY(database.execute(migration.sql));
  auto note =
      ALONGSIDE_TRY(database.prepare("INSERT INTO migration(feature, number, name, checksum) VALUES(?1, ?2, ?3, ?4)"));
  note.bind(1, feature).bind(2, migration.number).bind(3, migration.name).bind(4, checksum(migration.sql));
  ALONGSIDE_TRY(note.run());
  return transaction.commit();
}

// How many of this feature's migrations the database already has; each must be the one we ship.
Result<int> applied(Database& database, std::string_view feature, std::span<const Migration> migrations) {
  auto rows =
      ALONGSIDE_TRY(database.prepare("SELECT number, checksum FROM migration WHERE feature = ?1 ORDER BY number"));
  rows.bind(1, feature);
  int count = 0;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    ++count;
    if (rows.column_integer(0) != count || count > static_cast<int>(migrations.size())) {
      return Error{ErrorCode::Incompatible, label(feature, static_cast<int>(rows.column_integer(0))) +
                                                " was made by a newer council-api: use that one"};
    }
    if (rows.column_text(1) != checksum(migrations[static_cast<std::size_t>(count) - 1].sql)) {
      return Error{ErrorCode::Incompatible,
                   label(feature, count) + " was changed after it was applied: undo the change, add a new one"};
    }
  }
  return count;
}

}  // namespace

Result<void> apply_migrations(Database& database, std::string_view feature, std::span<const Migration> migrations) {
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    if (migrations[i].number != static_cast<int>(i) + 1) {
      return Error{ErrorCode::Internal, label(feature, migrations[i].number) + " is out of order"};
    }
  }
  ALONGSIDE_TRY(database.execute(table));
  const int done = ALONGSIDE_TRY(applied(database, feature, migrations));
  for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(done))) {
    if (auto result = apply(database, feature, migration); !result) {
      return Error{result.error().code, label(feature, migration.number) + ": " + result.error().detail};
    }
  }
  return {};
}

}  // namespace alongside::server
