// The tables of returns, as the ledger's migrations make them.
#pragma once

namespace alongside::direct_payments {

// A program with a fault in it must not change what a family has signed for: the trigger on the ledger's own table
// stands behind every rule.
inline constexpr const char* return_tables_sql =
    "CREATE TABLE direct_payments_return ("
    "  household BLOB NOT NULL CHECK (length(household) = 16), agreement BLOB NOT NULL CHECK (length(agreement) = 16),"
    "  first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first), state TEXT NOT NULL"
    "  CHECK (state IN ('sent', 'question', 'accepted', 'reopened')), edition INTEGER NOT NULL CHECK (edition >= 1),"
    "  PRIMARY KEY (household, agreement, first)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE direct_payments_return_step ("
    "  household BLOB NOT NULL, agreement BLOB NOT NULL, first INTEGER NOT NULL, number INTEGER NOT NULL,"
    "  edition INTEGER NOT NULL, state TEXT NOT NULL, person BLOB CHECK (person IS NULL OR length(person) = 16),"
    "  officer TEXT NOT NULL, at_ms INTEGER NOT NULL, CHECK ((person IS NULL) <> (officer = '')),"
    "  PRIMARY KEY (household, agreement, first, number)) STRICT, WITHOUT ROWID;"

    "CREATE TRIGGER direct_payments_period_closed BEFORE INSERT ON direct_payments_payment"
    "  WHEN EXISTS (SELECT 1 FROM direct_payments_return WHERE household = NEW.household"
    "    AND agreement = NEW.agreement AND state <> 'reopened' AND NEW.day BETWEEN first AND last)"
    "  BEGIN SELECT RAISE(ABORT, 'the return of that day was sent'); END;"
    "CREATE TRIGGER direct_payments_return_kept BEFORE DELETE ON direct_payments_return"
    "  BEGIN SELECT RAISE(ABORT, 'a return stays'); END;"
    "CREATE TRIGGER direct_payments_return_step_stays BEFORE UPDATE ON direct_payments_return_step"
    "  BEGIN SELECT RAISE(ABORT, 'what was done is never edited'); END;"
    "CREATE TRIGGER direct_payments_return_step_kept BEFORE DELETE ON direct_payments_return_step"
    "  BEGIN SELECT RAISE(ABORT, 'what was done is never deleted'); END;";

}  // namespace alongside::direct_payments
