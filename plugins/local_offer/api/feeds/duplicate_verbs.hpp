// The verbs `offer duplicates list|same|different|undo` and `offer feeds`: what a council sees of its feeds, and what
// it decides about services that look alike. A decision counts at once, and at every later import.
#pragma once

#include "app/server/verbs.hpp"

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::local_offer {

void add_duplicate_verbs(server::Verbs& verbs, const server::FeatureContext& context);

}  // namespace alongside::local_offer
