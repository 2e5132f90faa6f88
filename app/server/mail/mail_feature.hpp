// The emails as a feature: the table of letters on their way, and the verbs `mail list` and `mail retry`.
// Made by Application, for every council: without "mail" in its configuration nothing is ever sent.
#pragma once

#include <memory>

namespace alongside::server {

class Feature;
struct FeatureContext;

std::unique_ptr<Feature> make_mail_feature(const FeatureContext& context);

}  // namespace alongside::server
