// The server's half of guidance. Named by main.cpp alone.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::guidance {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::guidance
