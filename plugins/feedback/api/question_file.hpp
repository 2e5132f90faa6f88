// The questions of a SurveyJS file, one kind at a time. The lower half of parse_definition.
#pragma once

#include "plugins/feedback/model/definition.hpp"

#include <string_view>
#include <vector>

namespace alongside::server {
class JsonFields;
class JsonMistakes;
}  // namespace alongside::server

namespace alongside::feedback {

// A text as SurveyJS has it: "words", or {"default": "words", "cy": "geiriau"}.
wire::Bilingual words(server::JsonFields& fields, std::string_view key);
// The member "elements".
std::vector<Question> read_questions(server::JsonFields& fields, server::JsonMistakes& mistakes);

}  // namespace alongside::feedback
