// Question types that others add to SurveyJS: those of the British Columbia government's forms, which are published and
// copied. in_plain_types says the same in SurveyJS's own types, so that such a definition loads. Used by ElementReader.
#pragma once

#include "app/server/json_reader.hpp"

#include <optional>

namespace alongside::feedback {

// Nothing: the question's type is none of these.
std::optional<server::JsonValue> in_plain_types(const server::JsonValue& question);

}  // namespace alongside::feedback
