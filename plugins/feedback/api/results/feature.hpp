// The results of surveys on the server: what officers do with answers, and what families see of it. A feature of
// its own beside the one that takes answers: it reads what that one keeps. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

// The half of feedback that counts, releases and answers; its pages stand at /changes.
std::unique_ptr<server::Feature> make_results_feature(server::FeatureContext& context);

}  // namespace alongside::feedback
