// What the council's staff read in a report about a bank's file: each reason in a sentence that says what to
// do. Families read the same in their own words, from text.json.
#pragma once

#include "plugins/direct_payments/model/statement/row_match.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <string_view>

namespace alongside::direct_payments {

std::string_view words_for(LineReason reason);
std::string_view words_for(MatchReason reason);
std::string_view words_for(StatementFault fault);

}  // namespace alongside::direct_payments
