// council-api returns list, show, query, accept and reopen. Registered by the feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_return_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::direct_payments
