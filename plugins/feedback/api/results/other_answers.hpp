// add_other_answers: a column in words for each question whose answers cannot be counted: rankings, numbers on a
// slider, rows and boxes, panels. They are in no release, but whoever asked for them must have them. Used by the verbs
// of results for the CSV and the SPSS file.
#pragma once

#include "plugins/feedback/api/results/response_rows.hpp"

namespace alongside::feedback {

void add_other_answers(ResponseRows& rows, const KeptResponses& kept);

}  // namespace alongside::feedback
