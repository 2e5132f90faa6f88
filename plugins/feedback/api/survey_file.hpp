// parse_surveys: the surveys as a council writes them in a JSON file, checked. All mistakes come
// back at once, each with its path and what to write. Used by `council-api survey import`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/survey_list.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

Result<SurveyList> parse_surveys(const server::JsonValue& json);

}  // namespace alongside::feedback
