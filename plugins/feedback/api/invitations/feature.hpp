// Invitations on the server: codes that open a survey for somebody without an account and buy the right to one answer,
// and the verbs that make them. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

std::unique_ptr<server::Feature> make_invitations_feature(server::FeatureContext& context);

}  // namespace alongside::feedback
