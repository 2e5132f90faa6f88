// Statement: one prepared SQL statement. Made by Database::prepare, used where it is made, given back
// by its destructor, so the database must outlive it. Parameters count from 1 and columns from 0, as in
// SQLite. A bind that fails is remembered and returned by the next step().
#pragma once

#include "app/base/result.hpp"
#include "app/server/storage/prepared_statement.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace alongside::server {

class Database;

class Statement {
 public:
  Statement(Statement&& other) noexcept = default;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement() { give_back(); }

  // Text and bytes are copied. `bind(1, id).bind(2, name)`.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, int value) { return bind(parameter, static_cast<std::int64_t>(value)); }
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, const char* text) { return bind(parameter, std::string_view(text)); }
  Statement& bind(int parameter, const std::string& text) { return bind(parameter, std::string_view(text)); }
  Statement& bind_bytes(int parameter, std::span<const std::uint8_t> bytes);
  Statement& bind_null(int parameter);

  Result<Step> step();
  Result<void> run();                   // steps to the end, whatever rows there are, then resets
  void reset() { prepared_->reset(); }  // ready to bind and step again; bindings are forgotten

  // Of the present row; views are valid until the next step, reset or destruction.
  std::int64_t column_integer(int column) const { return prepared_->integer(column); }
  double column_real(int column) const { return prepared_->real(column); }
  std::string_view column_text(int column) const { return prepared_->text(column); }
  std::span<const std::uint8_t> column_bytes(int column) const { return prepared_->bytes(column); }
  bool column_is_null(int column) const { return prepared_->is_null(column); }

 private:
  friend class Database;
  Statement(Database& database, std::uint64_t opening, std::unique_ptr<PreparedStatement> prepared)
      : database_(&database), opening_(opening), prepared_(std::move(prepared)) {}
  void give_back();

  Database* database_;
  std::uint64_t opening_;  // of the database, which may be closed and opened again meanwhile
  std::unique_ptr<PreparedStatement> prepared_;
};

}  // namespace alongside::server
