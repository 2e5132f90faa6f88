#include "app/server/statement.hpp"

#include "app/server/database.hpp"

#include <utility>

namespace alongside::server {

Statement& Statement::operator=(Statement&& other) noexcept {
  if (this != &other) {
    give_back();
    database_ = other.database_;
    opening_ = other.opening_;
    prepared_ = std::move(other.prepared_);
  }
  return *this;
}

void Statement::give_back() {
  if (prepared_) database_->give_back(opening_, std::move(prepared_));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  prepared_->bind_integer(parameter, value);
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  prepared_->bind_real(parameter, value);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  prepared_->bind_text(parameter, text);
  return *this;
}

Statement& Statement::bind_bytes(int parameter, std::span<const std::uint8_t> bytes) {
  prepared_->bind_bytes(parameter, bytes);
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  prepared_->bind_null(parameter);
  return *this;
}

Result<Step> Statement::step() {
  if (!database_->is_open_since(opening_)) return Error{ErrorCode::Storage, "database: it was closed meanwhile"};
  return prepared_->step();
}

Result<void> Statement::run() {
  while (ALONGSIDE_TRY(step()) == Step::Row) {
  }
  reset();
  return {};
}

}  // namespace alongside::server
