// share_lines(): what is open between whom, for an officer to read: "  PERSON will see what PERSON shares: address
// (see until 2027-01-03), money (change)", a line for each two people. Written by StandingDesk.
#pragma once

#include "app/server/family/standing_changes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// `sees`: "will see", "sees" or "sees no more". Empty when nothing is open.
std::string share_lines(const std::vector<OpenShare>& shares, std::string_view sees);

}  // namespace alongside::server
