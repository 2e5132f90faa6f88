// PersonalFeature: the rights of a person over what is held about them: `household export`, and the same for
// whoever is signed in; `household erase` and what holds it up. Made by Application, whose features' tables it needs
// all of.
#pragma once

#include "app/server/feature.hpp"
#include "app/server/personal/personal_tables.hpp"

#include <memory>

namespace alongside::server {

// `tables` are the application's, which every feature fills.
std::unique_ptr<Feature> make_personal_feature(const FeatureContext& context, const PersonalTables& tables);

}  // namespace alongside::server
