#include "app/server/storage/sqlite_connection.hpp"

#include "app/server/storage/sqlite_statement.hpp"

#include <sqlite3.h>

#include <utility>

namespace alongside::server {

namespace {

// Every setting is made again at each open: SQLite keeps only the journal mode in the file.
constexpr const char* sqlite_settings =
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

SqliteConnection::~SqliteConnection() {
  if (handle_ != nullptr) sqlite3_close_v2(handle_);
}

Result<void> SqliteConnection::open(const std::string& path) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (const int status = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr); status != SQLITE_OK) {
    return failure(status, "opening " + path);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  ALONGSIDE_TRY(execute(sqlite_settings));
  ALONGSIDE_TRY(check_file(path));
  // A killed process may have written a commit and not synced it. It is read again after the restart, so
  // it has to be on the disk before anybody is told of it: a power cut would take it back.
  return checkpoint();
}

Result<void> SqliteConnection::check_file(const std::string& path) {
  const auto check = ALONGSIDE_TRY(prepare("PRAGMA quick_check(1)"));
  if (ALONGSIDE_TRY(check->step()) == Step::Row && check->text(0) == "ok") return {};
  return Error{ErrorCode::Storage, "the database " + path + " is damaged: restore it from a backup"};
}

Error SqliteConnection::failure(int status, std::string_view doing) {
  if (is_disk_fault(status)) broken_ = true;
  std::string detail = "database: ";
  detail += doing;
  detail += ": ";
  detail += handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(status);
  const bool conflict = (status & 0xFF) == SQLITE_CONSTRAINT;
  return Error{conflict ? ErrorCode::Conflict : ErrorCode::Storage, std::move(detail)};
}

Result<std::unique_ptr<PreparedStatement>> SqliteConnection::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int size = static_cast<int>(sql.size());
  const int status = sqlite3_prepare_v3(handle_, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (status != SQLITE_OK) return failure(status, "preparing a statement");
  if (handle == nullptr) return Error{ErrorCode::Internal, "database: an empty statement"};
  return std::unique_ptr<PreparedStatement>(std::make_unique<SqliteStatement>(*this, handle));
}

Result<void> SqliteConnection::execute(std::string_view sql) {
  const int status = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) return failure(status, "running a statement");
  return {};
}

std::int64_t SqliteConnection::changes() const { return sqlite3_changes64(handle_); }

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

Result<bool> SqliteConnection::has_table(std::string_view name) {
  const auto row = ALONGSIDE_TRY(prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1"));
  row->bind_text(1, name);
  return ALONGSIDE_TRY(row->step()) == Step::Row;
}

}  // namespace alongside::server
