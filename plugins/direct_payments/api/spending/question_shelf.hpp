// The questions that families asked before spending, as the council keeps them. Used by its verbs and by its reports
// about agreements, returns and the ledger.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"

#include <string>
#include <vector>

namespace alongside::server {
struct FeatureContext;
class JsonValue;
}  // namespace alongside::server

namespace alongside::direct_payments {

struct KeptQuestion {
  wire::Document document;
  SpendQuestion content;
};

// By the day on which they are to be answered.
Result<std::vector<KeptQuestion>> all_questions(const server::FeatureContext& context);
// Those of one agreement that were answered on a day or before, for what is printed beside its money.
Result<std::vector<KeptQuestion>> answered_questions(const server::FeatureContext& context, DocumentId agreement,
                                                     Date until);
// By its id as text; InvalidInput or NotFound in words for an officer.
Result<KeptQuestion> find_question(const server::FeatureContext& context, const std::string& id);

// A question with each answer under it, a line each, after `before`.
std::string question_lines(const KeptQuestion& question, const std::string& before);
server::JsonValue question_json(const KeptQuestion& question);

}  // namespace alongside::direct_payments
