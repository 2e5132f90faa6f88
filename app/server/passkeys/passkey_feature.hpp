// Passkeys as routes and pages: signing in with one, adding one, removing one. Made by Application, for every council;
// where its configuration offers none, the addresses say that there is nothing there.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
class Sessions;
class SignInService;
struct FeatureContext;

std::unique_ptr<Feature> make_passkey_feature(const FeatureContext& context, Sessions& sessions,
                                              SignInService& sign_in);

}  // namespace alongside::server
