// The ledger as text: double entry as hledger and ledger read it, and CSV in which no cell is a formula. Pure but for
// reading; used by `ledger export`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

struct LedgerEntry {
  HouseholdId household;
  DocumentId agreement;
  DocumentId id;
  Date day;
  std::vector<Posting> postings;        // as the council's own lines say
  std::optional<Transaction> document;  // with its words; nothing: its owner was erased
};

// In order of agreement, day and id; of all agreements without `agreement`.
Result<std::vector<LedgerEntry>> read_ledger(const server::FeatureContext& context,
                                             const std::optional<DocumentId>& agreement);

std::string as_journal(std::span<const LedgerEntry> entries);
// One line a posting. Amounts are pounds with a point, and a minus where money goes out.
std::string as_csv(std::span<const LedgerEntry> entries);

}  // namespace alongside::direct_payments
