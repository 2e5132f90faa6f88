// count_answers(): responses as the columns of a table: each question, each choice of a question with several
// answers, how it was answered, and themes. Used by the officer's results and by releases.
#pragma once

#include "app/base/date.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/results/answer_table.hpp"
#include "plugins/feedback/model/results/joined_questions.hpp"
#include "plugins/feedback/model/results/themes.hpp"

#include <vector>

namespace alongside::feedback {

// A response as the council has it: a letter without a name, or a named person's document.
struct KeptResponse {
  AnswerId id;
  Date day;
  Response response;
};

inline constexpr const char* how_answered_key = "how_answered";

AnswerTable count_answers(const std::vector<JoinedQuestion>& questions, const std::vector<KeptResponse>& responses,
                          const Themes& themes);

// The answer to this question, where it was asked in the response's edition with answers of this kind; or null.
const Value* answer_to(const JoinedQuestion& question, const Response& response);

}  // namespace alongside::feedback
