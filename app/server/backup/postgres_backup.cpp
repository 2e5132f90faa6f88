#include "app/server/backup/postgres_backup.hpp"

#include "app/server/file_sum.hpp"
#include "app/server/storage/copy_rows.hpp"

namespace alongside::server {

namespace {

Result<std::string> own_schema(Database& postgres) {
  auto row = ALONGSIDE_TRY(postgres.prepare("SELECT current_schema()"));
  ALONGSIDE_TRY(row.step());
  return std::string(row.column_text(0));
}

Result<bool> has_schema(Database& postgres, const std::string& name) {
  auto row = ALONGSIDE_TRY(postgres.prepare("SELECT 1 FROM pg_namespace WHERE nspname = ?1"));
  return ALONGSIDE_TRY(row.bind(1, name).step()) == Step::Row;
}

// Nothing is deleted: whoever restores the wrong backup wants back what was there.
Result<void> set_schema_aside(Database& postgres) {
  const std::string own = ALONGSIDE_TRY(own_schema(postgres));
  int number = 1;
  while (ALONGSIDE_TRY(has_schema(postgres, "replaced_" + std::to_string(number)))) ++number;
  return postgres.execute("ALTER SCHEMA \"" + own + "\" RENAME TO replaced_" + std::to_string(number) +
                          "; CREATE SCHEMA \"" + own + "\"");
}

}  // namespace

Result<void> copy_from_postgres(const DatabaseConfig& config, const std::string& to, const BackupProgram& program,
                                const std::atomic<bool>& stopping) {
  Database source;
  ALONGSIDE_TRY(source.open_to_read(ALONGSIDE_TRY(postgres_place(config))));
  ALONGSIDE_TRY(write_new_file(to, ""));  // ours alone, before anything is in it
  Database copy;
  ALONGSIDE_TRY(copy.open(to));
  ALONGSIDE_TRY(program.make_tables(copy));
  auto transaction = ALONGSIDE_TRY(Transaction::create(copy));
  ALONGSIDE_TRY(copy_rows(source, copy, stopping));
  ALONGSIDE_TRY(transaction.commit());
  copy.close();
  // Opened again, nothing of it is in use: it can become one file without a log.
  ALONGSIDE_TRY(copy.open(to));
  ALONGSIDE_TRY(copy.execute("PRAGMA journal_mode=DELETE"));
  copy.close();
  return sync_file(to);
}

Result<void> restore_into_postgres(Database& restored, RestoreOver over, const DatabaseConfig& config,
                                   const BackupProgram& program) {
  Database target;
  ALONGSIDE_TRY(target.open(ALONGSIDE_TRY(postgres_place(config))));
  const bool is_there = ALONGSIDE_TRY(target.has_table("migration"));
  if (is_there && over == RestoreOver::Nothing) {
    return Error{ErrorCode::Conflict, config.postgres.name +
                                          ": there is a database here already. With --over it is set aside in it as "
                                          "another schema and the backup takes its place"};
  }
  const std::atomic<bool> stopping = false;
  auto transaction = ALONGSIDE_TRY(Transaction::create(target));
  if (is_there) ALONGSIDE_TRY(set_schema_aside(target));
  ALONGSIDE_TRY(program.make_tables(target));
  ALONGSIDE_TRY(copy_rows(restored, target, stopping));
  return transaction.commit();
}

}  // namespace alongside::server
