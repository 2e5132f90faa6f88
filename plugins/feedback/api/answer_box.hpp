// AnswerBox: receives answers without a name. What it keeps has a random id, the edition, the day and
// the answers; nothing of the connection, the device, the order or the token. Used by the route
// POST /api/feedback/answers.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/api/definition_store.hpp"

namespace alongside::feedback {

class AnswerBox {
 public:
  explicit AnswerBox(server::Database& database) : database_(database), definitions_(database), desk_(database) {}

  // Exactly once: the same letter again is taken as before. NotFound: no such edition; InvalidInput:
  // these are no answers to it; NotAllowed: no token of this edition; Conflict: the token was used, or
  // another letter had this id.
  Result<void> receive(const wire::Letter& letter, Date today);

 private:
  Result<bool> is_known(const Bytes& id, const Bytes& kept) const;

  server::Database& database_;
  DefinitionStore definitions_;
  server::TokenDesk desk_;
};

}  // namespace alongside::feedback
