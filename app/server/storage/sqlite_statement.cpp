#include "app/server/storage/sqlite_statement.hpp"

#include "app/server/storage/sqlite_connection.hpp"

#include <sqlite3.h>

namespace alongside::server {

SqliteStatement::~SqliteStatement() { sqlite3_finalize(handle_); }

std::string_view SqliteStatement::sql() const { return sqlite3_sql(handle_); }

// A pragma may do its work while it is prepared: used again it would do nothing.
Reuse SqliteStatement::reuse() const {
  const std::string_view text = sql();
  const auto start = text.find_first_not_of(" \n\t");
  const bool pragma = start != text.npos && sqlite3_strnicmp(text.data() + start, "pragma", 6) == 0;
  return pragma ? Reuse::No : Reuse::Yes;
}

void SqliteStatement::note(int status) {
  if (bind_status_ == SQLITE_OK) bind_status_ = status;
}

void SqliteStatement::bind_integer(int parameter, std::int64_t value) {
  note(sqlite3_bind_int64(handle_, parameter, value));
}

void SqliteStatement::bind_real(int parameter, double value) { note(sqlite3_bind_double(handle_, parameter, value)); }

void SqliteStatement::bind_text(int parameter, std::string_view text) {
  // A null pointer would bind NULL; an empty view means an empty text.
  const char* data = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(handle_, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bind_bytes(int parameter, std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) {
    note(sqlite3_bind_zeroblob(handle_, parameter, 0));
  } else {
    note(sqlite3_bind_blob64(handle_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  }
}

void SqliteStatement::bind_null(int parameter) { note(sqlite3_bind_null(handle_, parameter)); }

Result<Step> SqliteStatement::step() {
  if (bind_status_ != SQLITE_OK) return connection_.failure(bind_status_, "binding a value");
  const int status = sqlite3_step(handle_);
  if (status == SQLITE_ROW) return Step::Row;
  if (status == SQLITE_DONE) return Step::Done;
  Error error = connection_.failure(status, "running a statement");
  sqlite3_reset(handle_);
  return error;
}

void SqliteStatement::reset() {
  sqlite3_reset(handle_);  // returns what its last step returned, which that step's caller knows
  sqlite3_clear_bindings(handle_);
  bind_status_ = SQLITE_OK;
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

double SqliteStatement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view SqliteStatement::text(int column) const {
  const auto* text = sqlite3_column_text(handle_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::uint8_t> SqliteStatement::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

}  // namespace alongside::server
