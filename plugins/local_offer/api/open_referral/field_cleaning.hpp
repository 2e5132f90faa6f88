// clean_field: one value of a feed's record, made safe and of the type that the profile wants, or
// nothing when it cannot be. Cleaning what is clean changes nothing. Used by record_cleaning.
#pragma once

#include "app/base/date.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/open_referral/profile.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::local_offer {

// For every type but Object and List. `today`: no service was checked in the future.
std::optional<server::JsonValue> clean_field(const ProfileMember& member, const server::JsonValue& value, Date today);
// Words without any marks; what looks like HTML is read as such.
std::string clean_words(std::string_view text);
// An http address with nothing in it that RFC 3986 does not allow; empty when it is none.
std::string clean_web_address(std::string_view text);

}  // namespace alongside::local_offer
