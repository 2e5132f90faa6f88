// The council's verbs about one agreement: made, changed and ended in writing, and shown with all that was written.
// Added by the feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::direct_payments {

// `context` and `chance` must outlive the verbs.
void add_agreement_change_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::direct_payments
