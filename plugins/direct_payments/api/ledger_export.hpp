// `council-api ledger export`: the council's ledger, or that of one agreement, as a file for other programs. Added by
// the feature.
#pragma once

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::direct_payments {

// `context` must outlive the verb.
void add_ledger_export(server::Verbs& verbs, const server::FeatureContext& context);

}  // namespace alongside::direct_payments
