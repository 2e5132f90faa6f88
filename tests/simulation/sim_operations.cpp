#include "tests/simulation/sim_operations.hpp"

#include "tests/simulation/sim_messages.hpp"

namespace alongside::simulation {

namespace {

using server::Applied;
using server::OperationContext;

// The list must be there; whoever may change its owner's money may add to it, whatever its version.
Result<Applied> append(OperationContext& context, const SimAppend& change) {
  const wire::Document list = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, change.list));
  SimList content = ALONGSIDE_TRY(wire::decode_payload<SimList>(list.content));
  content.markers.push_back(change.marker);
  const server::NewContent next{list.id,
                                list.subject,
                                list.owner,
                                list.facet,
                                SimList::schema.id,
                                SimList::schema.version,
                                wire::encode_payload(content)};
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, next, list.now()))};
}

}  // namespace

void add_sim_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  auto& row = table.add(append_operation);
  for (const Relation relation : {Relation::Parent, Relation::Carer, Relation::Helper}) {
    row.give(relation, Permission::Shared);
  }
}

void add_sim_operations(server::Operations& operations) { operations.on<SimAppend>(append_operation, append); }

}  // namespace alongside::simulation
