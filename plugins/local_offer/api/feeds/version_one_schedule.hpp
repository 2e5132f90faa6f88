// The hours of a service of Open Referral UK 1.0 as schedules of 3.0: regular ones, and those of holidays. Used by
// version_one. Pure.
#pragma once

#include "app/server/json_reader.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

server::JsonValue regular_schedule(const server::JsonValue& from, std::vector<std::string>& notes);
// Closed, or other hours, between two days.
server::JsonValue holiday_schedule(const server::JsonValue& from, std::vector<std::string>& notes);

}  // namespace alongside::local_offer
