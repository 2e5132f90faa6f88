// RetentionFeature: the verbs `retention list` and `retention run`, and the table of what went. Made by Application,
// whose features' rules it needs all of.
#pragma once

#include "app/server/feature.hpp"
#include "app/server/retention/reaper.hpp"

#include <memory>

namespace alongside::server {

// Both are the application's.
std::unique_ptr<Feature> make_retention_feature(const FeatureContext& context, Reaper& reaper,
                                                const RetentionRules& rules);

}  // namespace alongside::server
