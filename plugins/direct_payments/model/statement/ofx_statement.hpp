// read_ofx_statement: OFX 1 (SGML, which closes few of its tags) and OFX 2 (XML), of bank accounts and
// cards; also QFX, which is OFX with a bank's own tags.
#pragma once

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>
#include <variant>

namespace alongside::direct_payments {

// `text` as decode_statement_text() gives it.
std::variant<Statement, StatementFault> read_ofx_statement(std::string_view text);

}  // namespace alongside::direct_payments
