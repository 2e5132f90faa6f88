// SqliteStatement: one statement of SQLite. Made by SqliteConnection. Where the connection is closed first, its file
// stays open until this goes, and only columns of the present row may still be asked for.
#pragma once

#include "app/server/storage/prepared_statement.hpp"

struct sqlite3_stmt;

namespace alongside::server {

class SqliteConnection;

class SqliteStatement final : public PreparedStatement {
 public:
  SqliteStatement(SqliteConnection& connection, sqlite3_stmt* handle) : connection_(connection), handle_(handle) {}
  ~SqliteStatement() override;

  std::string_view sql() const override;
  Reuse reuse() const override;
  void bind_integer(int parameter, std::int64_t value) override;
  void bind_real(int parameter, double value) override;
  void bind_text(int parameter, std::string_view text) override;
  void bind_bytes(int parameter, std::span<const std::uint8_t> bytes) override;
  void bind_null(int parameter) override;
  Result<Step> step() override;
  void reset() override;
  std::int64_t integer(int column) const override;
  double real(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::uint8_t> bytes(int column) const override;
  bool is_null(int column) const override;

 private:
  void note(int status);

  SqliteConnection& connection_;
  sqlite3_stmt* handle_;
  int bind_status_ = 0;
};

}  // namespace alongside::server
