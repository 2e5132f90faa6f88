// The server's half of employing somebody. Named by main.cpp alone.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::employing {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::employing
