// Signing in by a provider, as routes, pages for browsers without scripts, and the council's verbs for codes. Made
// by Application, for every council: one without "sign_in" in its configuration has no provider to go to.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
class SignInService;
struct FeatureContext;

std::unique_ptr<Feature> make_sign_in_feature(const FeatureContext& context, SignInService& service);

}  // namespace alongside::server
