// match_rows: which payments of a bank's file are new. Pure, and the same for the same input.
//
// Two payments that look alike are two payments: alike rows are counted, and only as many as the ledger has
// are taken to be those. So adding a file twice adds nothing, and a genuine second £10 adds one. Nothing
// is dropped: what is not certain is said to be so, with the payment it may be.
#pragma once

#include "plugins/direct_payments/model/statement/known_payment.hpp"
#include "plugins/direct_payments/model/statement/row_match.hpp"

#include <span>
#include <vector>

namespace alongside::direct_payments {

// One match for each row. `rows` and `known` are of one account.
std::vector<RowMatch> match_rows(std::span<const StatementRow> rows, std::span<const KnownPayment> known);

}  // namespace alongside::direct_payments
