// The family tables as a feature: their migrations and the verbs `household import FILE`, `restrict`, `lift`, `stand`
// and `restrictions`. Made by Application, before every feature whose tables refer to people.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
struct FeatureContext;

std::unique_ptr<Feature> make_family_feature(const FeatureContext& context);

}  // namespace alongside::server
