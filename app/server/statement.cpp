#include "app/server/statement.hpp"

#include "app/server/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace alongside::server {

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), handle_(std::exchange(other.handle_, nullptr)), bind_status_(other.bind_status_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this != &other) {
    give_back();
    database_ = other.database_;
    handle_ = std::exchange(other.handle_, nullptr);
    bind_status_ = other.bind_status_;
  }
  return *this;
}

Statement::~Statement() { give_back(); }

void Statement::give_back() {
  if (handle_ != nullptr) database_->give_back(std::exchange(handle_, nullptr));
}

void Statement::note(int status) {
  if (bind_status_ == SQLITE_OK) bind_status_ = status;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  note(sqlite3_bind_int64(handle_, parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  note(sqlite3_bind_double(handle_, parameter, value));
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL; an empty view means an empty text.
  const char* data = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(handle_, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_bytes(int parameter, std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) {
    note(sqlite3_bind_zeroblob(handle_, parameter, 0));
  } else {
    note(sqlite3_bind_blob64(handle_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  }
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  note(sqlite3_bind_null(handle_, parameter));
  return *this;
}

Result<Step> Statement::step() {
  if (bind_status_ != SQLITE_OK) return database_->failure(bind_status_, "binding a value");
  const int status = sqlite3_step(handle_);
  if (status == SQLITE_ROW) return Step::Row;
  if (status == SQLITE_DONE) return Step::Done;
  Error error = database_->failure(status, "running a statement");
  sqlite3_reset(handle_);
  return error;
}

Result<void> Statement::run() {
  while (ALONGSIDE_TRY(step()) == Step::Row) {
  }
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  bind_status_ = SQLITE_OK;
}

std::int64_t Statement::column_integer(int column) const { return sqlite3_column_int64(handle_, column); }

double Statement::column_real(int column) const { return sqlite3_column_double(handle_, column); }

std::string_view Statement::column_text(int column) const {
  const auto* text = sqlite3_column_text(handle_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::uint8_t> Statement::column_bytes(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::column_is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

}  // namespace alongside::server
