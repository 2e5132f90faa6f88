// convert_limesurvey: a survey structure of LimeSurvey (.lss) as a survey of ours. Called by
// `council-api survey convert`.
#pragma once

#include "plugins/feedback/api/convert/converted.hpp"

#include <string_view>

namespace alongside::feedback {

Result<Converted> convert_limesurvey(std::string_view xml);

}  // namespace alongside::feedback
