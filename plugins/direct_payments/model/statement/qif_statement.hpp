// read_qif_statement: QIF, a letter and its value on each line and ^ after each payment. Of a file with
// several sections, those of bank accounts and cards are read.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>
#include <variant>

namespace alongside::direct_payments {

// `text` as decode_statement_text() gives it.
std::variant<Statement, StatementFault> read_qif_statement(std::string_view text);

}  // namespace alongside::direct_payments
