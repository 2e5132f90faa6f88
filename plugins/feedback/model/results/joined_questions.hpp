// JoinedQuestions: the questions of all editions of a survey as one list, joined by name: what is asked now, in
// which editions it was asked, and in which its words changed. Used by count_answers() and by exports.
#pragma once

#include "plugins/feedback/model/definition.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace alongside::feedback {

struct NumberedDefinition {
  std::uint32_t version = 0;
  Definition definition;
};

struct JoinedQuestion {
  Question question;                    // as last asked, with the choices of all editions
  std::set<std::uint32_t> versions;     // in which it was asked with answers of this kind
  std::vector<std::uint32_t> reworded;  // versions in which its words changed
  bool is_conditional = false;          // by a condition of its own or its page's, or by edition
  std::vector<std::string> depends_on;  // the questions in those conditions
};

// `editions` oldest first. A question whose type changed is the newest one; older answers are not counted with it.
std::vector<JoinedQuestion> join_questions(const std::vector<NumberedDefinition>& editions);

}  // namespace alongside::feedback
