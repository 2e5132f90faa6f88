// ReturnTables: the council's own rows of returns, beside the documents that families get: which periods are closed, so
// that the database itself refuses a payment dated in one, and who did what and when. Steps are never edited. Written
// by the operations and verbs of returns, inside their transaction.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

#include <vector>

namespace alongside::server {
class Database;
}

namespace alongside::direct_payments {

class ReturnTables {
 public:
  explicit ReturnTables(server::Database& database) : database_(database) {}

  Result<std::vector<SentPeriod>> sent(HouseholdId household, DocumentId agreement);
  // As the return stands now, and its last step.
  Result<void> keep(HouseholdId household, const Return& one, std::int64_t now_ms);

 private:
  Result<void> keep_state(HouseholdId household, const Return& one);

  server::Database& database_;
};

}  // namespace alongside::direct_payments
