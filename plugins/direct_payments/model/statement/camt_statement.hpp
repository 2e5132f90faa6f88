// read_camt_statement: CAMT.053, the statement of ISO 20022 (XML), in the editions banks use. One row for
// each entry that the bank booked, though an entry may gather several payments.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>
#include <variant>

namespace alongside::direct_payments {

// `text` as decode_statement_text() gives it.
std::variant<Statement, StatementFault> read_camt_statement(std::string_view text);

}  // namespace alongside::direct_payments
