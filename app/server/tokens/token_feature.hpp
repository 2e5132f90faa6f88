// The routes by which people get anonymous tokens: GET /api/tokens/{purpose} for the public key,
// POST with blinded bytes for a signature, once a person. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
struct FeatureContext;

std::unique_ptr<Feature> make_token_feature(FeatureContext& context);

}  // namespace alongside::server
