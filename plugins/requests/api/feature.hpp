// The server's half of asking for short breaks. Named by main.cpp alone.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::requests {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::requests
