// Carried on the server: locked boxes by which a survey that somebody has begun goes to another device, open to all and
// readable by none. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

std::unique_ptr<server::Feature> make_carried_feature(server::FeatureContext& context);

}  // namespace alongside::feedback
