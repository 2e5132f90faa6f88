// What a council's staff do with what people say of the local offer: `council-api offer comments list`, `show`,
// `publish`, `hide`, `answer` and `summary`, and `offer corrections list` and `done`. Added by the feature.
#pragma once

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::comments {

class Moderation;

void add_remark_verbs(server::Verbs& verbs, const server::FeatureContext& context, Moderation& moderation);

}  // namespace alongside::comments
