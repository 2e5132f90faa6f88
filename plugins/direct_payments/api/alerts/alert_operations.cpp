#include "plugins/direct_payments/api/alerts/alert_operations.hpp"

#include "app/server/access/access_table.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/direct_payments/api/alerts/alert_run.hpp"
#include "plugins/direct_payments/api/find_agreement.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"

namespace alongside::direct_payments {
namespace {

using server::Applied;
using server::OperationContext;

Result<Applied> choose(OperationContext& context, const ChooseAlerts& payload) {
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_of(context, payload.agreement));
  const PersonId person = context.actor.person;
  const AlertChoice choice{agreement.id, context.actor.household, payload.choices, {}};
  const auto content = server::new_content(alert_choice_id(agreement.id, person), context.operation.subject, person,
                                           wire::Facet::Own, choice);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, context.operation.base()))};
}

}  // namespace

void add_alert_operations(server::Operations& operations) { operations.on<ChooseAlerts>(alert_row, choose); }

// Whoever sees the money may be told of it, also who only looks at it.
void add_alert_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  table.add(alert_row)
      .give(Relation::Parent, Permission::Shared)
      .give(Relation::Carer, Permission::Shared)
      .give(Relation::Helper, Permission::Shared)
      .give(Relation::YoungPerson, Permission::Shared);
}

}  // namespace alongside::direct_payments
