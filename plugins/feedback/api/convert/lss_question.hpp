// lss_question_json: a question of LimeSurvey in SurveyJS's JSON, without its condition. The lower half of
// convert_limesurvey.
#pragma once

#include "plugins/feedback/api/convert/converted.hpp"
#include "plugins/feedback/api/convert/lss_survey.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace alongside::feedback {

bool is_carried(std::string_view type);

// Nothing where it is left out, which is noted. `choices` counts what all of them offer.
std::optional<server::JsonValue> lss_question_json(const LssQuestion& question, Converted& made, std::size_t& choices);

}  // namespace alongside::feedback
