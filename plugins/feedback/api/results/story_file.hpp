// parse_story: what a council says back to a survey, as it writes it in a JSON file, checked. All mistakes come
// back at once. Used by `council-api survey answer`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/change_story.hpp"

#include <vector>

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

Result<std::vector<ChangeStep>> parse_story(const server::JsonValue& json);

}  // namespace alongside::feedback
