// The council's verbs about all agreements together: take-up figures for its committee, and the birthdays that change
// who is paid and by which law. Added by the feature.
#pragma once

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::direct_payments {

// `context` must outlive the verbs.
void add_agreement_verbs(server::Verbs& verbs, const server::FeatureContext& context);

}  // namespace alongside::direct_payments
