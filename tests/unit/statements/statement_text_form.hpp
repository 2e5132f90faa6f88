// text_form: a statement as the .rows files beside the fixtures have it, one line a line, so that people can
// write by hand what a file must be read as.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string>
#include <variant>

namespace alongside::testing {

inline std::string text_form(const direct_payments::StatementRow& row) {
  std::string out = row.day.iso() + "|" + std::to_string(row.amount.pence());
  for (const std::string& text : {row.text, row.reference, row.bank_id, row.account}) out += "|" + text;
  return out + "|" + (row.balance ? std::to_string(row.balance->pence()) : "");
}

inline std::string text_form(const direct_payments::StatementLine& line) {
  const bool is_row = line.verdict() == direct_payments::LineVerdict::Row;
  std::string out = std::to_string(line.line) + "|" + std::string(is_row ? "row" : name_of(line.reason));
  if (line.row) out += "|" + text_form(*line.row);
  return out + "\n";
}

inline std::string text_form(const std::variant<direct_payments::Statement, direct_payments::StatementFault>& read) {
  if (const auto* fault = std::get_if<direct_payments::StatementFault>(&read))
    return std::string(name_of(*fault)) + "\n";
  const auto& statement = std::get<direct_payments::Statement>(read);
  std::string out = std::string(name_of(statement.format)) + " " + std::string(name_of(statement.day_order)) + " " +
                    (statement.day_order_is_shown ? "shown " : "unshown ") +
                    std::string(name_of(statement.decimal_mark)) + " " + std::string(name_of(statement.balances));
  if (statement.balance_break_line > 0) out += " " + std::to_string(statement.balance_break_line);
  out += "\n";
  for (const direct_payments::StatementLine& line : statement.lines) out += text_form(line);
  return out;
}

}  // namespace alongside::testing
