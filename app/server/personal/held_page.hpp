// Everything that is held about a person as one page to read: plain words, no scripts, nothing fetched from anywhere,
// so that it can be kept, printed and read in ten years.
#pragma once

#include "app/server/council_config.hpp"
#include "app/server/personal/held.hpp"

#include <string>

namespace alongside::server {

std::string held_page(const EverythingHeld& held, const CouncilConfig& council);

}  // namespace alongside::server
