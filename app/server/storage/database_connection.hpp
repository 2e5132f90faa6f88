// DatabaseConnection: one open database of one kind, behind Database. SQLite's and PostgreSQL's are siblings of this;
// what the features write is the SQL that both understand (README, "Two databases, one SQL").
#pragma once

#include "app/base/result.hpp"
#include "app/server/storage/prepared_statement.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace alongside::server {

enum class DatabaseKind : std::uint8_t { Sqlite, Postgres };

class DatabaseConnection {
 public:
  DatabaseConnection() = default;
  DatabaseConnection(const DatabaseConnection&) = delete;
  DatabaseConnection& operator=(const DatabaseConnection&) = delete;
  virtual ~DatabaseConnection() = default;

  virtual DatabaseKind kind() const = 0;
  virtual Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) = 0;
  virtual Result<void> execute(std::string_view sql) = 0;  // one or more statements without parameters
  virtual Result<void> begin() = 0;                        // and nobody else writes until its end
  virtual Result<void> commit() = 0;
  virtual std::int64_t changes() const = 0;  // rows changed by the last statement that changes any
  virtual bool in_transaction() const = 0;
  virtual Result<void> checkpoint() = 0;  // what was deleted stays in no log, as far as this kind can say so
  virtual Result<bool> has_table(std::string_view name) = 0;

  // Nothing that the process remembers of the database can be trusted any more.
  virtual bool broken() const = 0;
};

}  // namespace alongside::server
