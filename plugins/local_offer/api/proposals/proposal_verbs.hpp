// `council-api offer proposals list|show|approve|refuse`: what small providers would like the local offer to say. An
// approved one is in the local offer from then on, beside whatever feeds bring. Added by the feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::local_offer {

void add_proposal_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::local_offer
