// PostgresStatement: one statement of PostgreSQL. It runs at its first step, and all its rows are here then: what the
// same thread changes while it reads them does not change them. Made by PostgresConnection, which outlives its steps.
#pragma once

#include "app/server/storage/postgres_value.hpp"
#include "app/server/storage/prepared_statement.hpp"

#include <deque>
#include <string>
#include <vector>

namespace alongside::server {

class PostgresConnection;
struct PostgresSql;

class PostgresStatement final : public PreparedStatement {
 public:
  PostgresStatement(PostgresConnection& connection, std::string_view sql, PostgresSql translated);

  std::string_view sql() const override { return sql_; }
  void bind_integer(int parameter, std::int64_t value) override { bind(parameter, PostgresValue::integer(value)); }
  void bind_real(int parameter, double value) override { bind(parameter, PostgresValue::real(value)); }
  void bind_text(int parameter, std::string_view text) override { bind(parameter, PostgresValue::text(text)); }
  void bind_bytes(int parameter, std::span<const std::uint8_t> bytes) override {
    bind(parameter, PostgresValue::of_bytes(bytes));
  }
  void bind_null(int parameter) override { bind(parameter, {}); }
  Result<Step> step() override;
  void reset() override;
  std::int64_t integer(int column) const override;
  double real(int column) const override;
  std::string_view text(int column) const override;
  std::span<const std::uint8_t> bytes(int column) const override;
  bool is_null(int column) const override;

 private:
  void bind(int parameter, PostgresValue value);

  PostgresConnection& connection_;
  std::string sql_;         // as it was given
  std::string translated_;  // as PostgreSQL reads it
  std::vector<PostgresValue> values_;
  int unknown_parameter_ = 0;  // one that was bound and is not in the text
  PostgresRows rows_;          // null: not run yet
  int row_ = -1;
  mutable std::deque<std::string> digits_;  // of numbers of this row that were asked for as text
};

}  // namespace alongside::server
