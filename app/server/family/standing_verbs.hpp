// The verbs about who stands by a child: `household restrict`, `lift`, `restrictions` and `stand`. Added by the
// family's feature. The child comes first in their words, so that the audit's row is about the child: a row about the
// person would be told to them with everything else that is held about them.
#pragma once

#include "app/server/verbs.hpp"

namespace alongside::server {

struct FeatureContext;

void add_standing_verbs(Verbs& verbs, const FeatureContext& context);

}  // namespace alongside::server
