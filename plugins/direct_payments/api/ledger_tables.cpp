#include "plugins/direct_payments/api/ledger_tables.hpp"

#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/id_column.hpp"
#include "plugins/direct_payments/api/alerts/alert_tables.hpp"
#include "plugins/direct_payments/api/money_retention.hpp"
#include "plugins/direct_payments/api/returns/return_tables_sql.hpp"

namespace alongside::direct_payments {
namespace {

// The lines come first; then the row that seals them, after which no line can be added. SQLite cannot
// check a sum over rows in a CHECK, so triggers do.
constexpr const char* ledger_sql =
    "CREATE TABLE direct_payments_line ("
    "  household BLOB NOT NULL CHECK (length(household) = 16), agreement BLOB NOT NULL CHECK (length(agreement) = 16),"
    "  payment BLOB NOT NULL CHECK (length(payment) = 16), line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 7),"
    "  day INTEGER NOT NULL, account INTEGER NOT NULL CHECK (account >= 0),"
    "  pence INTEGER NOT NULL CHECK (pence <> 0 AND pence BETWEEN -10000000 AND 10000000),"
    "  PRIMARY KEY (household, agreement, payment, line)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE direct_payments_payment ("
    "  household BLOB NOT NULL, agreement BLOB NOT NULL, id BLOB NOT NULL, day INTEGER NOT NULL,"
    "  reverses BLOB CHECK (reverses IS NULL OR length(reverses) = 16),"
    "  PRIMARY KEY (household, agreement, id)) STRICT, WITHOUT ROWID;"
    "CREATE UNIQUE INDEX direct_payments_reversed_once ON direct_payments_payment (household, agreement, reverses)"
    "  WHERE reverses IS NOT NULL;"

    "CREATE TRIGGER direct_payments_sums_to_zero BEFORE INSERT ON direct_payments_payment BEGIN"
    "  SELECT RAISE(ABORT, 'a transaction has two to eight lines that sum to zero') WHERE"
    "    (SELECT count(*) < 2 OR sum(pence) <> 0 OR min(day) <> NEW.day OR max(day) <> NEW.day"
    "     FROM direct_payments_line"
    "     WHERE household = NEW.household AND agreement = NEW.agreement AND payment = NEW.id); END;"
    "CREATE TRIGGER direct_payments_sealed BEFORE INSERT ON direct_payments_line"
    "  WHEN EXISTS (SELECT 1 FROM direct_payments_payment"
    "    WHERE household = NEW.household AND agreement = NEW.agreement AND id = NEW.payment)"
    "  BEGIN SELECT RAISE(ABORT, 'a transaction in the ledger gets no more lines'); END;"
    "CREATE TRIGGER direct_payments_line_stays BEFORE UPDATE ON direct_payments_line"
    "  BEGIN SELECT RAISE(ABORT, 'the ledger is never edited'); END;"
    "CREATE TRIGGER direct_payments_line_kept BEFORE DELETE ON direct_payments_line"
    "  BEGIN SELECT RAISE(ABORT, 'nothing leaves the ledger'); END;"
    "CREATE TRIGGER direct_payments_payment_stays BEFORE UPDATE ON direct_payments_payment"
    "  BEGIN SELECT RAISE(ABORT, 'the ledger is never edited'); END;"
    "CREATE TRIGGER direct_payments_payment_kept BEFORE DELETE ON direct_payments_payment"
    "  BEGIN SELECT RAISE(ABORT, 'nothing leaves the ledger'); END;";

// Which payment has a line of a bank's file; one that is taken back leaves its line free again. The line is a sum of
// its words: to be the same is all that it is for.
constexpr const char* bank_lines_sql =
    "CREATE TABLE direct_payments_bank_line ("
    "  household BLOB NOT NULL CHECK (length(household) = 16), agreement BLOB NOT NULL CHECK (length(agreement) = 16),"
    "  line BLOB NOT NULL CHECK (length(line) = 32), payment BLOB NOT NULL CHECK (length(payment) = 16),"
    "  PRIMARY KEY (household, agreement, line)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX direct_payments_bank_line_of ON direct_payments_bank_line (household, agreement, payment);";

constexpr server::Migration migrations_[] = {
    {1, "guide",
     "CREATE TABLE direct_payments_guide (one INTEGER PRIMARY KEY CHECK (one = 1), frame BLOB NOT NULL) STRICT;"},
    {2, "ledger", ledger_sql},
    {3, "returns", return_tables_sql},
    // Whose owner was erased: the lines stay for as long as public money must be accounted for, and no family sees
    // them.
    {4, "agreements of people who were erased",
     "CREATE TABLE direct_payments_erased (household BLOB NOT NULL, agreement BLOB NOT NULL, until_day INTEGER NOT "
     "NULL,"
     "  PRIMARY KEY (household, agreement)) STRICT, WITHOUT ROWID;"},
    {5, "lines leave the ledger when their years are over", ledger_ends_sql},
    {6, "bank lines", bank_lines_sql},
    {7, "rules about what the money may buy",
     "CREATE TABLE direct_payments_rules (one INTEGER PRIMARY KEY CHECK (one = 1), frame BLOB NOT NULL) STRICT;"},
    {8, "which alerts were told", alert_tables_sql}};

}  // namespace

std::span<const server::Migration> money_migrations() { return migrations_; }

Result<void> Ledger::append(HouseholdId household, DocumentId id, const Transaction& transaction) {
  auto line = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO direct_payments_line (household, agreement, payment, line, day, account, pence)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  int number = 0;
  for (const Posting& posting : transaction.postings) {
    server::bind_id(line, 1, household);
    server::bind_id(line, 2, transaction.agreement);
    server::bind_id(line, 3, id).bind(4, number++).bind(5, transaction.day.days());
    line.bind(6, static_cast<int>(posting.account)).bind(7, posting.amount.pence());
    ALONGSIDE_TRY(line.run());
  }
  auto seal = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO direct_payments_payment (household, agreement, id, day, reverses) VALUES (?1, ?2, ?3, ?4, ?5)"));
  server::bind_id(seal, 1, household);
  server::bind_id(seal, 2, transaction.agreement);
  server::bind_id(seal, 3, id).bind(4, transaction.day.days());
  if (transaction.reverses.is_nil())
    seal.bind_null(5);
  else
    server::bind_id(seal, 5, transaction.reverses);
  return seal.run();
}

Result<bool> Ledger::is_reversed(HouseholdId household, DocumentId agreement, DocumentId id) {
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT 1 FROM direct_payments_payment WHERE household = ?1 AND agreement = ?2 AND reverses = ?3"));
  server::bind_id(select, 1, household);
  server::bind_id(select, 2, agreement);
  server::bind_id(select, 3, id);
  return ALONGSIDE_TRY(select.step()) == server::Step::Row;
}

Result<bool> Ledger::keep_bank_line(HouseholdId household, DocumentId agreement, DocumentId id, std::string_view line) {
  const server::Sha256 sum = ALONGSIDE_TRY(server::sha256_of(line));
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT 1 FROM direct_payments_bank_line WHERE household = ?1 AND agreement = ?2 AND line = ?3"));
  server::bind_id(select, 1, household);
  server::bind_id(select, 2, agreement);
  select.bind_bytes(3, sum);
  if (ALONGSIDE_TRY(select.step()) == server::Step::Row) return false;
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO direct_payments_bank_line (household, agreement, line, payment) VALUES (?1, ?2, ?3, ?4)"));
  server::bind_id(insert, 1, household);
  server::bind_id(insert, 2, agreement);
  insert.bind_bytes(3, sum);
  server::bind_id(insert, 4, id);
  ALONGSIDE_TRY(insert.run());
  return true;
}

Result<void> Ledger::forget_bank_line(HouseholdId household, DocumentId agreement, DocumentId id) {
  auto remove = ALONGSIDE_TRY(database_.prepare(
      "DELETE FROM direct_payments_bank_line WHERE household = ?1 AND agreement = ?2 AND payment = ?3"));
  server::bind_id(remove, 1, household);
  server::bind_id(remove, 2, agreement);
  server::bind_id(remove, 3, id);
  return remove.run();
}

}  // namespace alongside::direct_payments
