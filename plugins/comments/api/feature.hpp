// The server's half of what people say about the local offer. Named by main.cpp alone.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::comments {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::comments
