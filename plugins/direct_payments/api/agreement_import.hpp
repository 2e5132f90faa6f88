// import_agreements: puts agreements and the payments made so far into the database and their families'
// feeds, in one transaction. The same file twice changes nothing; what is in the ledger is never
// changed. Behind `council-api agreement import`.
#pragma once

#include "plugins/direct_payments/api/agreement_file.hpp"

#include <span>
#include <string>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// What the person at the terminal reads.
Result<std::string> import_agreements(const server::FeatureContext& context, std::span<const FileAgreement> agreements);

}  // namespace alongside::direct_payments
