// `council-api agreement questions|answer|rules`: what families ask before they spend, the officer's written answer,
// and what one child's agreement says. Registered by the feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
class Verbs;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_question_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::direct_payments
