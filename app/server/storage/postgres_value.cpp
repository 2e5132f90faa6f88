#include "app/server/storage/postgres_value.hpp"

#include <libpq-fe.h>
#include <bit>
#include <cstddef>

namespace alongside::server {

namespace {

std::string highest_byte_first(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, value >>= 8) bytes[static_cast<std::size_t>(i)] = static_cast<char>(value & 0xFF);
  return bytes;
}

std::uint64_t unsigned_of(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::int64_t signed_of(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > 8) return 0;
  const int unused = 64 - 8 * static_cast<int>(bytes.size());
  return static_cast<std::int64_t>(unsigned_of(bytes) << unused) >> unused;
}

// What sum() of integers gives: how many digits to the base of 10,000, the power of the first, the sign, how many are
// shown after the point, and the digits. What stands after the point is cut off.
std::int64_t numeric_of(std::string_view bytes) {
  if (bytes.size() < 8) return 0;
  const std::int64_t digits = signed_of(bytes.substr(0, 2));
  const std::int64_t weight = signed_of(bytes.substr(2, 2));
  const bool negative = unsigned_of(bytes.substr(4, 2)) == 0x4000;
  std::uint64_t value = 0;
  for (std::int64_t i = 0; i <= weight; ++i) {
    value *= 10'000;
    if (i < digits) value += unsigned_of(bytes.substr(8 + static_cast<std::size_t>(i) * 2, 2));
  }
  return negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

PostgresType postgres_type(const pg_result* rows, int column) {
  return static_cast<PostgresType>(PQftype(rows, column));
}

}  // namespace

PostgresValue PostgresValue::integer(std::int64_t value) {
  return {PostgresType::Integer8, highest_byte_first(static_cast<std::uint64_t>(value)), false};
}

PostgresValue PostgresValue::real(double value) {
  return {PostgresType::Real8, highest_byte_first(std::bit_cast<std::uint64_t>(value)), false};
}

PostgresValue PostgresValue::text(std::string_view value) { return {PostgresType::Text, std::string(value), false}; }

PostgresValue PostgresValue::of_bytes(std::span<const std::uint8_t> value) {
  return {PostgresType::Bytes, std::string(value.begin(), value.end()), false};
}

void ClearResult::operator()(pg_result* result) const { PQclear(result); }

std::string_view raw_in(const pg_result* rows, int row, int column) {
  return {PQgetvalue(rows, row, column), static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

bool is_number_in(const pg_result* rows, int column) {
  switch (postgres_type(rows, column)) {
    case PostgresType::Boolean:
    case PostgresType::Integer2:
    case PostgresType::Integer4:
    case PostgresType::Integer8:
    case PostgresType::Numeric: return true;
    default: return false;
  }
}

std::int64_t integer_in(const pg_result* rows, int row, int column) {
  const std::string_view raw = raw_in(rows, row, column);
  if (postgres_type(rows, column) == PostgresType::Real8) return static_cast<std::int64_t>(real_in(rows, row, column));
  if (!is_number_in(rows, column)) return 0;
  return postgres_type(rows, column) == PostgresType::Numeric ? numeric_of(raw) : signed_of(raw);
}

double real_in(const pg_result* rows, int row, int column) {
  if (postgres_type(rows, column) != PostgresType::Real8) return static_cast<double>(integer_in(rows, row, column));
  return std::bit_cast<double>(unsigned_of(raw_in(rows, row, column)));
}

}  // namespace alongside::server
