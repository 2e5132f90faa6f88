// `council-api agreement alerts`: looks whether what people chose to be told of has come about, and tells them.
// Registered by the feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
class Verbs;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_alert_verb(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::direct_payments
