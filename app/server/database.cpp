#include "app/server/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace alongside::server {

namespace {

// Every setting is made again at each open: SQLite keeps only the journal mode in the file.
constexpr const char* settings =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  // NORMAL may lose the last commits when the power goes
    "PRAGMA foreign_keys=ON;"
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;"
    "PRAGMA busy_timeout=5000;"
    "PRAGMA secure_delete=ON;"  // what a family had deleted is not left between the rows
    "PRAGMA temp_store=MEMORY;";

// What the disk or the file itself did wrong, in contrast to a mistake in a statement.
bool is_disk_fault(int status) {
  switch (status & 0xFF) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return true;
    default: return false;
  }
}

}  // namespace

Database::~Database() { close(); }

Result<void> Database::open(const std::string& path) {
  close();
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (const int status = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr); status != SQLITE_OK) {
    Error error = failure(status, "opening " + path);
    close();
    return error;
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  ALONGSIDE_TRY(execute(settings));
  auto check = ALONGSIDE_TRY(prepare("PRAGMA quick_check(1)"));
  if (ALONGSIDE_TRY(check.step()) != Step::Row || check.column_text(0) != "ok") {
    return Error{ErrorCode::Storage, "the database " + path + " is damaged: restore it from a backup"};
  }
  check.reset();
  // A killed process may have written a commit and not synced it. It is read again after the restart, so
  // it has to be on the disk before anybody is told of it: a power cut would take it back.
  return checkpoint();
}

void Database::close() {
  if (handle_ == nullptr) return;
  statements_.clear();
  sqlite3_close_v2(std::exchange(handle_, nullptr));
}

Error Database::failure(int status, std::string_view doing) {
  if (is_disk_fault(status)) broken_ = true;
  std::string detail = "database: ";
  detail += doing;
  detail += ": ";
  detail += handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(status);
  const bool conflict = (status & 0xFF) == SQLITE_CONSTRAINT;
  return Error{conflict ? ErrorCode::Conflict : ErrorCode::Storage, std::move(detail)};
}

Result<Statement> Database::prepare(std::string_view sql) {
  if (handle_ == nullptr) return Error{ErrorCode::Storage, "database: used before it was opened"};
  if (sqlite3_stmt* free = statements_.take(sql)) return Statement(*this, free);
  sqlite3_stmt* handle = nullptr;
  const int size = static_cast<int>(sql.size());
  const int status = sqlite3_prepare_v3(handle_, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (status != SQLITE_OK) return failure(status, "preparing a statement");
  if (handle == nullptr) return Error{ErrorCode::Internal, "database: an empty statement"};
  return Statement(*this, handle);
}

void Database::give_back(sqlite3_stmt* statement) {
  // One of a connection that was closed while it was in use keeps that connection's file open.
  if (sqlite3_db_handle(statement) == handle_) return statements_.give(statement);
  sqlite3_finalize(statement);
}

Result<void> Database::execute(std::string_view sql) {
  if (handle_ == nullptr) return Error{ErrorCode::Storage, "database: used before it was opened"};
  const int status = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) return failure(status, "running a statement");
  return {};
}

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(handle_); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

Result<void> Database::checkpoint() { return execute("PRAGMA wal_checkpoint(TRUNCATE)"); }

bool Database::in_transaction() const { return handle_ != nullptr && sqlite3_get_autocommit(handle_) == 0; }

Result<Transaction> Transaction::create(Database& database) {
  const Place place = database.in_transaction() ? Place::Inside : Place::Outermost;
  ALONGSIDE_TRY(database.execute(place == Place::Inside ? "SAVEPOINT inside" : "BEGIN IMMEDIATE"));
  return Transaction(database, place);
}

Transaction::~Transaction() {
  // Nothing can be done about a failed rollback here; SQLite has then rolled back by itself.
  if (database_ == nullptr) return;
  (void)database_->execute(place_ == Place::Inside ? "ROLLBACK TO inside; RELEASE inside" : "ROLLBACK");
  if (place_ == Place::Outermost) database_->empty_log_ = false;
}

Result<void> Transaction::commit() {
  ALONGSIDE_TRY(database_->execute(place_ == Place::Inside ? "RELEASE inside" : "COMMIT"));
  Database& done = *database_;
  database_ = nullptr;
  if (place_ == Place::Inside || !std::exchange(done.empty_log_, false)) return {};
  return done.checkpoint();
}

}  // namespace alongside::server
