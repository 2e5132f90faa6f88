// What an officer says to a return: a question, that it is accepted, or that it is open again so that the family can
// put it right. The family sees who said it, when and why, and has a notice. Used by the council's verbs.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

#include <string>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

struct ReturnDecision {
  std::string id;  // of the return, as typed
  ReturnState to = ReturnState::Accepted;
  std::string officer;
  wire::Bilingual words;  // needed for all but accepting
};

// The return as it is then. Errors: InvalidInput and NotFound, in words for the officer.
Result<std::string> decide(const server::FeatureContext& context, Chance& chance, const ReturnDecision& decision);

}  // namespace alongside::direct_payments
