// Values on their way to PostgreSQL and rows on their way back, in its binary format: numbers with the highest byte
// first, text and bytes as they are. Used by PostgresConnection and PostgresStatement.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct pg_result;

namespace alongside::server {

// PostgreSQL's numbers of its own types (pg_type.dat); they never change.
enum class PostgresType : std::uint32_t {
  Unknown = 0,  // the server finds out
  Boolean = 16,
  Bytes = 17,
  Integer8 = 20,
  Integer2 = 21,
  Integer4 = 23,
  Text = 25,
  Real8 = 701,
  Numeric = 1700,
};

struct PostgresValue {
  PostgresType type = PostgresType::Unknown;
  std::string bytes;
  bool null = true;

  static PostgresValue integer(std::int64_t value);
  static PostgresValue real(double value);
  static PostgresValue text(std::string_view value);
  static PostgresValue of_bytes(std::span<const std::uint8_t> value);
};

struct ClearResult {
  void operator()(pg_result* result) const;
};
using PostgresRows = std::unique_ptr<pg_result, ClearResult>;

// Of a row that is there. Nought for NULL and for what is no number.
std::int64_t integer_in(const pg_result* rows, int row, int column);
double real_in(const pg_result* rows, int row, int column);
std::string_view raw_in(const pg_result* rows, int row, int column);
bool is_number_in(const pg_result* rows, int column);

}  // namespace alongside::server
