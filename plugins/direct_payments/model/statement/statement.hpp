// Statement: what was read out of a bank's file: each line with its verdict, none left out, and how the
// file was understood. Pure data, made by read_statement(); nothing of it is in the ledger yet.
#pragma once

#include "plugins/direct_payments/model/statement/line_reason.hpp"
#include "plugins/direct_payments/model/statement/notation.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class StatementFormat : std::uint8_t { Csv, Ofx, Qif, Camt053 };
constexpr std::string_view name_of(StatementFormat format) {
  constexpr std::string_view names[] = {"csv", "ofx", "qif", "camt053"};
  return names[static_cast<std::size_t>(format)];
}

// Why nothing was read out of a file at all.
enum class StatementFault : std::uint8_t {
  Empty,
  TooLarge,
  TooManyLines,
  Pdf,
  Spreadsheet,
  UnknownFormat,
  UnknownColumns,
  Doctype,
  TooDeep
};
inline constexpr std::size_t statement_fault_count = 9;
constexpr std::string_view name_of(StatementFault fault) {
  constexpr std::string_view names[statement_fault_count] = {
      "empty",          "too_large",       "too_many_lines", "pdf",     "spreadsheet",
      "unknown_format", "unknown_columns", "doctype",        "too_deep"};
  return names[static_cast<std::size_t>(fault)];
}

// Whether each balance is the one before it with the payment added.
enum class BalanceCheck : std::uint8_t { NotGiven, Follow, Broken };
constexpr std::string_view name_of(BalanceCheck check) {
  constexpr std::string_view names[] = {"not_given", "follow", "broken"};
  return names[static_cast<std::size_t>(check)];
}

struct StatementLine {
  using NeverGrows = void;
  static constexpr std::size_t most_source = 160;

  std::uint32_t line = 0;  // where it begins in the file, counted from 1
  LineReason reason = LineReason::None;
  std::optional<StatementRow> row;  // of a refused line too, when all of it could be read
  std::string source;               // how the line begins
  LineVerdict verdict() const { return verdict_of(reason); }
};

struct Statement {
  static constexpr std::size_t most_bytes = std::size_t{8} << 20;
  static constexpr std::size_t most_lines = 10'000;  // a busy account has a thousand in a year

  StatementFormat format = StatementFormat::Csv;
  DayOrder day_order = DayOrder::DayFirst;
  bool day_order_is_shown = false;  // by a day after the 12th; else it is the custom here
  DecimalMark decimal_mark = DecimalMark::Point;
  BalanceCheck balances = BalanceCheck::NotGiven;
  std::uint32_t balance_break_line = 0;
  std::vector<StatementLine> lines;

  // The payments that can be added, in the file's order.
  std::vector<StatementRow> rows() const;
};

}  // namespace alongside::direct_payments
