// SqliteConnection: the council's one SQLite file and the one connection to it. WAL with synchronous=FULL: what was
// committed survives a power cut. Made by Database::open.
#pragma once

#include "app/server/storage/database_connection.hpp"

#include <string>

struct sqlite3;

namespace alongside::server {

class SqliteConnection final : public DatabaseConnection {
 public:
  ~SqliteConnection() override;

  Result<void> open(const std::string& path);  // once; ":memory:" in tests

  DatabaseKind kind() const override { return DatabaseKind::Sqlite; }
  Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override;
  Result<void> begin() override { return execute("BEGIN IMMEDIATE"); }
  Result<void> commit() override { return execute("COMMIT"); }
  std::int64_t changes() const override;
  bool in_transaction() const override;
  Result<void> checkpoint() override { return execute("PRAGMA wal_checkpoint(TRUNCATE)"); }
  Result<bool> has_table(std::string_view name) override;
  bool broken() const override { return broken_; }

 private:
  friend class SqliteStatement;
  Error failure(int status, std::string_view doing);
  Result<void> check_file(const std::string& path);

  sqlite3* handle_ = nullptr;
  // After a failed write to disk nothing that SQLite says can be trusted: the server stops, and the next start
  // recovers from what is on the disk.
  bool broken_ = false;
};

}  // namespace alongside::server
