// survey_lint: what could be asked better in a survey: hard words, two questions in one, long scales, words that
// lead to an answer, long sentences, no Welsh. Advice, not refusals. Printed by `council-api survey lint`.
#pragma once

#include "app/server/json_reader.hpp"

#include <string>
#include <vector>

namespace alongside::feedback {

// Each with its place ("pages[0].elements[2] how_was_it: …"). Any SurveyJS file, also with what we do not run.
std::vector<std::string> survey_lint(const server::JsonValue& definition);

}  // namespace alongside::feedback
