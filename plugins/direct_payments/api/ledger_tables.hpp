// Ledger: the council's own rows of every transaction, beside the documents that families get: one line a
// posting, and one row that seals them, which the database refuses unless they sum to zero. Nothing in
// it can be changed or deleted. Written by the operations and by `agreement import`, inside their transaction.
#pragma once

#include "app/server/migration.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <span>
#include <string_view>

namespace alongside::server {
class Database;
}

namespace alongside::direct_payments {

std::span<const server::Migration> money_migrations();

class Ledger {
 public:
  explicit Ledger(server::Database& database) : database_(database) {}

  Result<void> append(HouseholdId household, DocumentId id, const Transaction& transaction);
  Result<bool> is_reversed(HouseholdId household, DocumentId agreement, DocumentId id);
  // False when another payment has this line of a bank's file (model/statement/bank_line.hpp).
  Result<bool> keep_bank_line(HouseholdId household, DocumentId agreement, DocumentId id, std::string_view line);
  Result<void> forget_bank_line(HouseholdId household, DocumentId agreement, DocumentId id);

 private:
  server::Database& database_;
};

}  // namespace alongside::direct_payments
