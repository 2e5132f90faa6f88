#include "app/server/storage/postgres_statement.hpp"

#include "app/server/storage/postgres_connection.hpp"
#include "app/server/storage/postgres_sql.hpp"

#include <libpq-fe.h>
#include <utility>

namespace alongside::server {

PostgresStatement::PostgresStatement(PostgresConnection& connection, std::string_view sql, PostgresSql translated)
    : connection_(connection),
      sql_(sql),
      translated_(std::move(translated.text)),
      values_(static_cast<std::size_t>(translated.parameters)) {}

void PostgresStatement::bind(int parameter, PostgresValue value) {
  if (parameter < 1 || parameter > static_cast<int>(values_.size())) {
    unknown_parameter_ = parameter;
  } else {
    values_[static_cast<std::size_t>(parameter) - 1] = std::move(value);
  }
}

Result<Step> PostgresStatement::step() {
  if (unknown_parameter_ != 0) {
    return Error{ErrorCode::Storage, "database: there is no parameter " + std::to_string(unknown_parameter_)};
  }
  digits_.clear();
  if (!rows_) {
    rows_ = ALONGSIDE_TRY(connection_.run_prepared(translated_, values_));
    row_ = -1;
  }
  if (++row_ < PQntuples(rows_.get())) return Step::Row;
  rows_.reset();  // a further step begins anew, as with SQLite
  return Step::Done;
}

void PostgresStatement::reset() {
  rows_.reset();
  digits_.clear();
  unknown_parameter_ = 0;
  for (PostgresValue& value : values_) value = {};
}

bool PostgresStatement::is_null(int column) const {
  return !rows_ || column >= PQnfields(rows_.get()) || PQgetisnull(rows_.get(), row_, column) != 0;
}

std::int64_t PostgresStatement::integer(int column) const {
  return is_null(column) ? 0 : integer_in(rows_.get(), row_, column);
}

double PostgresStatement::real(int column) const { return is_null(column) ? 0.0 : real_in(rows_.get(), row_, column); }

std::string_view PostgresStatement::text(int column) const {
  if (is_null(column)) return {};
  if (!is_number_in(rows_.get(), column)) return raw_in(rows_.get(), row_, column);
  return digits_.emplace_back(std::to_string(integer(column)));
}

std::span<const std::uint8_t> PostgresStatement::bytes(int column) const {
  const std::string_view raw = text(column);
  return {reinterpret_cast<const std::uint8_t*>(raw.data()), raw.size()};
}

}  // namespace alongside::server
