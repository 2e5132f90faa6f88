// What was asked before spending, as this device knows it: what the council sent, with what this device has asked since
// laid over it; and what is written about the child beside the money. Read by "May I spend it on this?", by what is
// agreed, by the plan and by returns.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside {
class Records;
}

namespace alongside::direct_payments {

struct BookQuestion {
  DocumentId id;
  SpendQuestion content;
  Progress progress = Progress::WithCouncil;
};

// It was not taken; the person is told until they put it away.
struct RefusedQuestion {
  OperationId id;
  AskToSpend ask;
  std::string code;
};

struct QuestionBook {
  std::vector<BookQuestion> questions;  // the newest first
  std::vector<RefusedQuestion> refused;
};

// Of one agreement. `person` is who is signed in, and asks on this device.
QuestionBook read_questions(const Records& records, PersonId person, DocumentId agreement);
// What the council has answered in writing by a day, the oldest first.
std::vector<SpendQuestion> written_answers(const Records& records, DocumentId agreement, Date until);
std::optional<AgreedWords> agreed_words_of(const Records& records, DocumentId agreement);

}  // namespace alongside::direct_payments
