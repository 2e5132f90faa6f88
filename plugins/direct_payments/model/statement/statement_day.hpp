// A day as banks' files write it: 03/08/2026, 3.8.26, 2026-08-03T10:15:00Z, 20260803, 03 Aug 2026,
// Aug 3, 2026, 12/25'26. A time after it is let go. Used by settle_rows() and NotationEvidence.
#pragma once

#include "app/base/date.hpp"
#include "plugins/direct_payments/model/statement/line_reason.hpp"
#include "plugins/direct_payments/model/statement/notation.hpp"

#include <array>
#include <string_view>
#include <variant>

namespace alongside::direct_payments {

std::variant<Date, LineReason> read_statement_day(std::string_view cell, DayOrder order);

// The two numbers of up to two digits that a day begins with when it is written in numbers only,
// such as 12 and 25 of 12/25/26; zeros when it is written otherwise.
std::array<int, 2> leading_numbers(std::string_view cell);

}  // namespace alongside::direct_payments
