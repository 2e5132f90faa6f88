// An amount as banks' files write it: -10.99, £1,183.23, -£10.99, (10.99), 10.99-, 10.99 DR, 1.234,56.
// Read by its digits, never through a fraction. Used by settle_rows() and NotationEvidence.
#pragma once

#include "app/base/money.hpp"
#include "plugins/direct_payments/model/statement/line_reason.hpp"
#include "plugins/direct_payments/model/statement/notation.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace alongside::direct_payments {

// Empty, or one of the dashes that stand for nothing.
bool is_blank_amount(std::string_view cell);

std::variant<Money, LineReason> read_statement_amount(std::string_view cell, DecimalMark mark);

// The mark before the pence, when the cell cannot be read with the other one.
std::optional<DecimalMark> decimal_mark_shown(std::string_view cell);

}  // namespace alongside::direct_payments
