// read_csv_statement: a bank's CSV file, whichever bank's: the delimiter and the columns are found by the
// header, and what stands before it, between payments and below them is told apart and kept in the report.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>
#include <variant>

namespace alongside::direct_payments {

// `text` as decode_statement_text() gives it.
std::variant<Statement, StatementFault> read_csv_statement(std::string_view text);

}  // namespace alongside::direct_payments
