#include "plugins/direct_payments/model/changes.hpp"
#include "tests/simulation/checks.hpp"

#include <set>

namespace alongside::simulation {

namespace {

bool is_money(const Seen& seen) {
  return seen.kind == direct_payments::RecordTransaction::schema.id ||
         seen.kind == direct_payments::ReverseTransaction::schema.id;
}

void check_payment(const Seen& seen, const LedgerLines& payment, Violations& violations) {
  const std::string name = "payment " + std::to_string(seen.marker);
  if (payment.seals != 1 || payment.lines != 2)
    violations.push_back("doubled: " + name + " has other lines than its own");
  if (payment.sum != 0) violations.push_back(name + " does not balance");
  const bool recorded = seen.kind == direct_payments::RecordTransaction::schema.id;
  if (recorded && payment.bank != -static_cast<std::int64_t>(seen.marker)) {
    violations.push_back(name + " took another sum from the bank");
  }
}

}  // namespace

void check_ledger(const History& history, const CouncilView& council, Violations& violations) {
  std::set<OperationId> applied;
  for (const KeptResult& result : council.results) {
    const auto seen = history.seen().find(result.operation);
    if (seen == history.seen().end() || !is_money(seen->second)) continue;
    if (result.outcome != wire::Outcome::Applied) continue;
    applied.insert(result.operation);
    const auto payment = council.ledger.find(result.operation);
    if (payment == council.ledger.end()) {
      violations.push_back("lost: payment " + std::to_string(seen->second.marker) + " is not in the ledger");
    } else {
      check_payment(seen->second, payment->second, violations);
    }
  }
  if (council.ledger.size() != applied.size()) violations.push_back("the ledger holds what nobody applied");
}

}  // namespace alongside::simulation
