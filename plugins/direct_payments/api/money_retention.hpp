// When the years of money are over: an agreement that ended goes with its payments, plans and returns, and after them
// its lines leave the ledger; so do the lines that were kept of somebody who was erased. Registered by the feature.
#pragma once

namespace alongside::server {
class RetentionRules;
}

namespace alongside::direct_payments {

// The ledger's triggers let lines go once their agreement is marked as over, and no others.
inline constexpr const char* ledger_ends_sql =
    "ALTER TABLE direct_payments_erased ADD COLUMN over INTEGER NOT NULL DEFAULT 0;"
    "DROP TRIGGER direct_payments_line_kept;"
    "CREATE TRIGGER direct_payments_line_kept BEFORE DELETE ON direct_payments_line"
    "  WHEN NOT EXISTS (SELECT 1 FROM direct_payments_erased AS gone WHERE gone.household = OLD.household"
    "    AND gone.agreement = OLD.agreement AND gone.over = 1)"
    "  BEGIN SELECT RAISE(ABORT, 'nothing leaves the ledger'); END;"
    "DROP TRIGGER direct_payments_payment_kept;"
    "CREATE TRIGGER direct_payments_payment_kept BEFORE DELETE ON direct_payments_payment"
    "  WHEN NOT EXISTS (SELECT 1 FROM direct_payments_erased AS gone WHERE gone.household = OLD.household"
    "    AND gone.agreement = OLD.agreement AND gone.over = 1)"
    "  BEGIN SELECT RAISE(ABORT, 'nothing leaves the ledger'); END;"
    "DROP TRIGGER direct_payments_return_kept;"
    "CREATE TRIGGER direct_payments_return_kept BEFORE DELETE ON direct_payments_return"
    "  WHEN NOT EXISTS (SELECT 1 FROM direct_payments_erased AS gone WHERE gone.household = OLD.household"
    "    AND gone.agreement = OLD.agreement AND gone.over = 1)"
    "  BEGIN SELECT RAISE(ABORT, 'a return stays'); END;"
    "DROP TRIGGER direct_payments_return_step_kept;"
    "CREATE TRIGGER direct_payments_return_step_kept BEFORE DELETE ON direct_payments_return_step"
    "  WHEN NOT EXISTS (SELECT 1 FROM direct_payments_erased AS gone WHERE gone.household = OLD.household"
    "    AND gone.agreement = OLD.agreement AND gone.over = 1)"
    "  BEGIN SELECT RAISE(ABORT, 'what was done is never deleted'); END;";

void add_money_retention(server::RetentionRules& rules);

}  // namespace alongside::direct_payments
