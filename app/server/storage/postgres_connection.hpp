// PostgresConnection: the one connection to a council's PostgreSQL. A lock of the server's own, held for as long as
// the connection lives, keeps every other council-api out, so that there is one writer as with SQLite, and a
// transaction needs no retry. A connection that is lost is broken for good: its transaction may or may not be in.
// Made by Database::open.
#pragma once

#include "app/server/storage/database_connection.hpp"
#include "app/server/storage/postgres_place.hpp"
#include "app/server/storage/postgres_value.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct pg_conn;

namespace alongside::server {

enum class PostgresUse : std::uint8_t { Write, Read };  // only a writer takes the lock

class PostgresConnection final : public DatabaseConnection {
 public:
  ~PostgresConnection() override;

  // Waits for a server that is starting. Conflict: another council-api has this database. NotAllowed: it does not let
  // us in. Incompatible: it is a standby, too old, not in UTF-8, or does not wait for its disk.
  Result<void> open(const PostgresPlace& place, PostgresUse use);

  DatabaseKind kind() const override { return DatabaseKind::Postgres; }
  Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override;
  Result<void> begin() override { return run("BEGIN"); }
  Result<void> commit() override;
  std::int64_t changes() const override { return changes_; }
  bool in_transaction() const override;
  Result<void> checkpoint() override { return {}; }
  Result<bool> has_table(std::string_view name) override;
  bool broken() const override { return broken_; }

 private:
  friend class PostgresStatement;
  Result<void> connect(const PostgresPlace& place);
  Result<void> check_server();
  Result<void> take_lock(const PostgresPlace& place);
  Result<void> run(const std::string& sql);
  // Runs our own SQL once with these values; it is prepared the first time that it comes with values of these types.
  Result<PostgresRows> run_prepared(const std::string& sql, std::span<const PostgresValue> values);
  Result<std::string> prepared_name(const std::string& sql, std::span<const PostgresValue> values);
  Result<PostgresRows> checked(pg_result* result, std::string_view doing);
  Error failure(const pg_result* result, std::string_view doing);

  pg_conn* handle_ = nullptr;
  std::map<std::string, std::string, std::less<>> names_;  // of what is prepared, by text and types
  std::uint64_t named_ = 0;
  std::int64_t changes_ = 0;
  bool broken_ = false;
};

}  // namespace alongside::server
