// Direct payments on the server: the council's guide, imported from a file, served to the browser
// and as a plain page. Made by the composition root.
#pragma once

#include <memory>

namespace alongside::server {
class Feature;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::direct_payments {

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context);

}  // namespace alongside::direct_payments
