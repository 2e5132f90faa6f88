// What a council's staff do with what families ask for: `council-api requests list`, `show ID`, and
// `answer ID STATUS WORDS`. Added by the feature.
#pragma once

namespace alongside {
class Chance;
}

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::requests {

void add_request_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::requests
