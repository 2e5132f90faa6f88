// CsvColumns: which column of a bank's CSV file means what, by the names in its header, or, when it has
// none, by what stands in its first lines. Used by read_csv_statement().
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alongside::direct_payments {

enum class CsvColumn : std::uint8_t {
  Day,
  Amount,
  PaidOut,
  PaidIn,
  Direction,
  Fee,
  Balance,
  Currency,
  Status,
  Payee,
  Text,
  Reference,
  Kind,
  BankId,
  Account,
};
inline constexpr std::size_t csv_column_count = 15;

class CsvColumns {
 public:
  // Nothing when the cells are no header: no column for the day, or none for amounts.
  static std::optional<CsvColumns> of_header(std::span<const std::string> cells);
  // HSBC writes none: day, text, amount, and perhaps the balance.
  static std::optional<CsvColumns> of_first_record(std::span<const std::string> cells);

  // The record's cell in that column; empty when it has none.
  std::string_view cell(CsvColumn column, std::span<const std::string> cells) const;
  // Whether something stands behind the last column of the header.
  bool has_more(std::span<const std::string> cells) const;
  std::size_t count() const { return count_; }

 private:
  void put(CsvColumn column, std::size_t at);

  std::array<std::int8_t, csv_column_count> at_ = [] {
    std::array<std::int8_t, csv_column_count> none{};
    none.fill(-1);
    return none;
  }();
  std::size_t count_ = 0;
};

}  // namespace alongside::direct_payments
