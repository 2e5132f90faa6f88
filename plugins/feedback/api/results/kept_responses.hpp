// KeptResponses: everything that was answered to one survey, in all of its editions, with or without a name. The
// officer's view: it never leaves through the network. Used by the verbs of results.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/results/count_answers.hpp"

#include <vector>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::feedback {

struct KeptResponses {
  Survey survey;
  std::vector<NumberedDefinition> editions;  // oldest first
  std::vector<JoinedQuestion> questions;
  std::vector<KeptResponse> responses;  // in order of id, which says nothing of when
};

// InvalidInput: the council has announced no survey of this id, or published no questions of it.
Result<KeptResponses> read_responses(const server::FeatureContext& context, const std::string& survey);

}  // namespace alongside::feedback
