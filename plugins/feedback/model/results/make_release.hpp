// make_release(): the words and numbers of a release out of protected tables. Used by the release verb.
#pragma once

#include "plugins/feedback/model/results/joined_questions.hpp"
#include "plugins/feedback/model/results/protect.hpp"
#include "plugins/feedback/model/results/release.hpp"

#include <vector>

namespace alongside::feedback {

// Everything but number, day, versions and what was written.
Release make_release(const AnswerTable& table, const ProtectedTables& tables,
                     const std::vector<JoinedQuestion>& questions, const DisclosureRules& rules);

// Each question by how it was answered, as far as that makes no ring with `wanted`, which come first.
std::vector<CrossPair> crosses_by_how(const AnswerTable& table, std::vector<CrossPair> wanted);

}  // namespace alongside::feedback
