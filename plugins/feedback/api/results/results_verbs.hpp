// What a council's staff do with answers: `council-api survey results|release|themes|redact|answer|close|lint|report`.
// Added by the feature of results.
#pragma once

namespace alongside {
class Chance;
}

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::feedback {

void add_results_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::feedback
