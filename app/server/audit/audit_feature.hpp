// AuditFeature: the verbs `audit verify` and `audit list`, and that the chain must be whole in every restored copy.
// Made by Application.
#pragma once

#include "app/server/feature.hpp"

#include <memory>

namespace alongside::server {

std::unique_ptr<Feature> make_audit_feature(const FeatureContext& context);

}  // namespace alongside::server
