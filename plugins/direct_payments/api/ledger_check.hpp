// check_ledger: goes over every line of the ledger and every document a family sees of it, and says in one
// line each what does not fit: sums, orphans, differences between the two, and returns that say something else than the
// ledger does of their period (returns/return_check.hpp). Behind `council-api ledger check`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/invariants.hpp"

#include <string>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// Ids only: nothing about anybody.
Result<std::string> check_ledger(const server::FeatureContext& context);
// The same of a restored copy.
Result<server::Findings> ledger_findings(server::InvariantContext& context);

}  // namespace alongside::direct_payments
