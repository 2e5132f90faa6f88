// Statement: one prepared SQL statement. Made by Database::prepare, used where it is made, given back
// by its destructor, so the database must outlive it. Parameters count from 1 and columns from 0, as in
// SQLite. A bind that fails is remembered and returned by the next step().
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace alongside::server {

class Database;

enum class Step : std::uint8_t { Row, Done };

class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

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
  Result<void> run();  // steps to the end, whatever rows there are, then resets
  void reset();        // ready to bind and step again; bindings are forgotten

  // Of the present row; views are valid until the next step, reset or destruction.
  std::int64_t column_integer(int column) const;
  double column_real(int column) const;
  std::string_view column_text(int column) const;
  std::span<const std::uint8_t> column_bytes(int column) const;
  bool column_is_null(int column) const;

 private:
  friend class Database;
  Statement(Database& database, sqlite3_stmt* handle) : database_(&database), handle_(handle) {}
  void note(int status);
  void give_back();

  Database* database_;
  sqlite3_stmt* handle_;
  int bind_status_ = 0;
};

}  // namespace alongside::server
