// ReleaseFeature: the verb `release verify`, which says whether a folder is a release as it was signed. Made by
// Application.
#pragma once

#include "app/server/feature.hpp"

#include <memory>

namespace alongside::server {

std::unique_ptr<Feature> make_release_feature(const Clock& clock);

}  // namespace alongside::server
