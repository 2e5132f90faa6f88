#include "app/server/copy_database_sqlite.hpp"

#include "app/server/file_sum.hpp"

#include <sqlite3.h>

#include <memory>

namespace alongside::server {

namespace {

constexpr int pages_at_once = 256;
constexpr int wait_ms = 50;
constexpr int most_waits = 200;  // ten seconds

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

Error copy_failure(sqlite3* connection, const std::string& path) {
  return {ErrorCode::Storage, path + ": " + (connection != nullptr ? sqlite3_errmsg(connection) : "out of memory")};
}

Result<Connection> open_connection(const std::string& path, int flags) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Connection connection(opened);
  if (status != SQLITE_OK) return copy_failure(opened, path);
  sqlite3_busy_timeout(opened, wait_ms * most_waits);
  return connection;
}

Result<void> execute_on(const Connection& connection, const char* sql, const std::string& path) {
  if (sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return copy_failure(connection.get(), path);
  }
  return {};
}

Result<void> step_through(sqlite3_backup* backup, const std::string& to, const std::atomic<bool>& stopping) {
  for (int waits = 0; waits < most_waits;) {
    if (stopping) return Error{ErrorCode::Unavailable, "the server is stopping: the backup was left off"};
    const int status = sqlite3_backup_step(backup, pages_at_once);
    if (status == SQLITE_DONE) return {};
    if (status == SQLITE_BUSY || status == SQLITE_LOCKED) {
      ++waits;
      sqlite3_sleep(wait_ms);
    } else if (status != SQLITE_OK) {
      return Error{ErrorCode::Storage, to + ": " + sqlite3_errstr(status)};
    }
  }
  return Error{ErrorCode::Unavailable, to + ": the database was busy for too long"};
}

}  // namespace

Result<void> copy_database(const std::string& from, const std::string& to, const std::atomic<bool>& stopping) {
  const Connection source = ALONGSIDE_TRY(open_connection(from, SQLITE_OPEN_READONLY));
  // Held to the end: all pages are of this moment, and what is committed meanwhile does not begin the copy anew.
  ALONGSIDE_TRY(execute_on(source, "BEGIN; SELECT count(*) FROM sqlite_schema", from));
  ALONGSIDE_TRY(write_new_file(to, ""));  // ours alone, before anything is in it
  const Connection copy = ALONGSIDE_TRY(open_connection(to, SQLITE_OPEN_READWRITE));
  sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
  if (backup == nullptr) return copy_failure(copy.get(), to);
  const auto stepped = step_through(backup, to, stopping);
  const int ended = sqlite3_backup_finish(backup);
  ALONGSIDE_TRY(stepped);
  if (ended != SQLITE_OK) return copy_failure(copy.get(), to);
  ALONGSIDE_TRY(execute_on(copy, "PRAGMA journal_mode=DELETE", to));
  return sync_file(to);
}

}  // namespace alongside::server
