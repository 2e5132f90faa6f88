// The local offer on the server: feeds imported, services served to the browser, found by search,
// and written as plain pages. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::local_offer {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::local_offer
