// read_statement: whatever file a bank gave, as a Statement. It is recognised by what is in it, not by its
// name. Called by the screen that adds a file to the ledger and by `council-api ledger import`.
// Never trusts a byte: everything is bounded, and a line that is not certain is refused with its reason.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>
#include <variant>

namespace alongside::direct_payments {

std::variant<Statement, StatementFault> read_statement(std::string_view bytes);

}  // namespace alongside::direct_payments
