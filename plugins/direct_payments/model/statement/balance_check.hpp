// check_balances: whether the balances that a bank writes beside its payments follow from them, oldest
// first or newest first. Where they do not, a payment is missing, or there twice. Fills in the
// statement's `balances`; called by settle_rows().
#pragma once

namespace alongside::direct_payments {

struct Statement;

void check_balances(Statement& statement);

}  // namespace alongside::direct_payments
