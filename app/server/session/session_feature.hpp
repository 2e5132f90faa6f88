// The session routes as a feature: who am I, sign in as a demo person, where am I signed in, end.
// Made by Application, which lends it the sessions.
#pragma once

#include <cstdint>
#include <memory>

namespace alongside::server {

class Feature;
class Sessions;
class SignInService;
struct FeatureContext;

// Whether anybody may sign in as one of the demo people; `serve --demo` says so.
enum class DemoMode : std::uint8_t { Off, On };

// `demo` is looked at when the routes are made.
std::unique_ptr<Feature> make_session_feature(const FeatureContext& context, Sessions& sessions, SignInService& sign_in,
                                              const DemoMode& demo);

}  // namespace alongside::server
