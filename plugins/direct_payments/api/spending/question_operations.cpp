#include "plugins/direct_payments/api/spending/question_operations.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/council_config.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/direct_payments/api/find_agreement.hpp"
#include "plugins/direct_payments/model/spending/may_spend.hpp"

#include <string>

namespace alongside::direct_payments {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view ask_row = "op direct_payments.ask_to_spend";

Result<std::size_t> waiting(OperationContext& context, DocumentId agreement) {
  std::size_t open = 0;
  const auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, SpendQuestion::schema.id));
  for (const wire::Document& document : documents) {
    const auto question = wire::decode_payload<SpendQuestion>(document.content);
    if (question.ok() && question->agreement == agreement && question->is_open()) ++open;
  }
  return open;
}

Result<Applied> ask(OperationContext& context, const AskToSpend& payload, const server::CouncilConfig& council) {
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_of(context, payload.agreement));
  if (payload.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  const Date today = context.clock.today();
  const std::size_t open = ALONGSIDE_TRY(waiting(context, agreement.id));
  if (const auto fault = check(payload, agreement.agreement, open, today))
    return Error{ErrorCode::InvalidInput, std::string(name_of(*fault))};
  const Date answer_by(today.days() + council.requests.answer_days);
  const SpendQuestion question = question_of(payload, context.actor.person, today, answer_by);
  const auto content =
      server::new_content(payload.id, context.operation.subject, agreement.owner, wire::Facet::Money, question);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}))};
}

}  // namespace

void add_question_operations(server::Operations& operations, const server::CouncilConfig& council) {
  operations.on<AskToSpend>(ask_row, [&council](OperationContext& context, const AskToSpend& payload) {
    return ask(context, payload, council);
  });
}

// Whoever may change the money may ask about it; who only looks at it may not.
void add_question_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  table.add(ask_row)
      .give(Relation::Parent, Permission::Shared)
      .give(Relation::Carer, Permission::Shared)
      .give(Relation::Helper, Permission::Shared)
      .give(Relation::YoungPerson, Permission::Shared);
  table.open_to_all("GET /api/direct_payments/rules");
}

}  // namespace alongside::direct_payments
