// parse_moment: a date-time as feeds and callers write it, as milliseconds since 1970. Used by
// record_cleaning for last_modified and by the API for modified_after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::local_offer {

// "2026-11-22T09:00:00.250Z", "…+01:00", without a zone (then UTC), or a day alone.
std::optional<std::int64_t> parse_moment(std::string_view text);
// "2026-11-22T09:00:00.250Z"
std::string moment_text(std::int64_t ms);

}  // namespace alongside::local_offer
