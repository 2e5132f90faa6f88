// An officer's written answer to what a family asked before spending: added to the question for good, and told to the
// payee and to whoever asked. Used by question_verbs.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/council.hpp"

#include <string>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

struct QuestionAnswer {
  std::string id;
  std::string reply;  // yes, no or yes_if
  wire::Bilingual words;
  std::string officer;
};

// A line for the officer. InvalidInput and NotFound in words for them; nothing is kept then.
Result<std::string> answer_question(const server::FeatureContext& context, Chance& chance,
                                    const QuestionAnswer& answer);

}  // namespace alongside::direct_payments
