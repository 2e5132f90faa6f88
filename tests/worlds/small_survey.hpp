// The one survey of a world: a single question that anybody answers as often as they like, by name or
// without one. Opened by Council, answered by Play.
#pragma once

#include "app/base/date.hpp"
#include "plugins/feedback/model/response.hpp"

#include <string_view>

namespace alongside::server {
class Database;
}

namespace alongside::worlds {

inline constexpr std::string_view survey_id = "5b0e6a52-3c1f-4d7e-9a84-1f6c2d90b7a1";

feedback::Edition open_small_survey(server::Database& database, Date today);
feedback::Response small_response(const feedback::Edition& edition, std::string_view words);

}  // namespace alongside::worlds
