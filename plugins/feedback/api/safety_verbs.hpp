// "I don't feel safe" at the council's side: its rows in the access table, its operation and its verbs.
#pragma once

#include "app/server/feature.hpp"

namespace alongside {
class Chance;
}

namespace alongside::feedback {

void add_safety_access(server::AccessTable& table);
void add_safety_rules(server::Operations& operations, const server::FeatureContext& context, Chance& chance);
void add_safety_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::feedback
