// The line of a bank's file that a payment came from, as far as two devices can tell that it is the same one: its day,
// amount and text, and how many alike stand before it. Used by the screen that adds a file and by the council's side,
// which takes each line once.
#pragma once

#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

// A row as its payment will tell it: a bank may leave out what it was, and a payment says something.
StatementRow told_in_ledger(StatementRow row);

// What makes two rows alike: day, amount and text.
std::string likeness_of(const StatementRow& row);
std::string line_key(const StatementRow& row, std::uint32_t ordinal);

// What a payment took from the family's accounts, or brought into them, in pence.
std::int64_t account_change(const Transaction& transaction);
// Of a payment that has a bank note.
std::string bank_line_key(const Transaction& transaction);
// A device may send anything.
std::optional<LedgerFault> check_bank_note(const Transaction& transaction);

}  // namespace alongside::direct_payments
