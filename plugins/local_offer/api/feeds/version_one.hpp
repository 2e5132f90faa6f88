// Open Referral UK 1.0, the edition that most councils' feeds still have: a service of it said in the words of 3.0,
// which the readers know. Nothing is guessed: what has no place is left out with a note. Used by feed_folder. Pure.
#pragma once

#include "app/server/json_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// Whether an object has members that only services of version 1 have ("eligibilitys", "service_taxonomys").
bool is_version_one(const server::JsonValue& record);

// `feed`: the feed's name, so that "12" of one feed and "12" of another become two ids.
server::JsonValue to_version_three(const server::JsonValue& record, std::string_view feed,
                                   std::vector<std::string>& notes);

// The service's own id as a UUID: what it is, or made of the feed's name and it. Empty when there is none.
std::string version_one_id(const server::JsonValue& record, std::string_view feed);

}  // namespace alongside::local_offer
