// The officer's view of a survey, with every count however small: as lines to read and as JSON. Printed by
// `council-api survey results` for who works for the council, and never sent over the network.
#pragma once

#include "plugins/feedback/api/results/kept_responses.hpp"
#include "plugins/feedback/model/results/answer_table.hpp"

#include <string>

namespace alongside::feedback {

std::string results_text(const KeptResponses& kept, const AnswerTable& table);
std::string results_json(const KeptResponses& kept, const AnswerTable& table);

}  // namespace alongside::feedback
