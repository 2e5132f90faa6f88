// What the server does by itself every day: the table of it, and `council-api every-day`, which says when each job last
// ran and how it ended. Made by Application.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
class Verbs;
struct FeatureContext;

// The verbs are all of them, those of features that are added later too; looked into when the configuration is read.
std::unique_ptr<Feature> make_daily_feature(const FeatureContext& context, const Verbs& verbs);

}  // namespace alongside::server
