#include "plugins/employing/api/work_operations.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/payload.hpp"
#include "plugins/employing/model/work_rules.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::employing {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view worker_row = "op employing.worker";
constexpr std::string_view hours_row = "op employing.hours";
constexpr std::string_view confirm_row = "op employing.confirm";

// The device checks the day against its own clock; ours only keeps out what is plainly wrong.
constexpr std::int32_t days_ahead = 31;

Error refused(WorkFault fault) { return {ErrorCode::InvalidInput, std::string(name_of(fault))}; }
Error not_there() { return {ErrorCode::NotFound, "not_found"}; }

template <wire::Message T>
server::NewContent content_of(OperationContext& context, DocumentId id, PersonId owner, const T& message) {
  return server::new_content(id, context.operation.subject, owner, wire::Facet::Workers, message);
}

template <wire::Message T>
struct Found {
  wire::Document document;
  T content;
};

template <wire::Message T>
Result<Found<T>> find(OperationContext& context, DocumentId id) {
  wire::Document document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, id));
  if (document.kind != T::schema.id || document.subject != context.operation.subject) return not_there();
  T content = ALONGSIDE_TRY(wire::decode_payload<T>(document.content));
  return Found<T>{std::move(document), std::move(content)};
}

Result<std::vector<Found<WorkEntry>>> entries_of(OperationContext& context, DocumentId worker) {
  std::vector<Found<WorkEntry>> found;
  for (wire::Document& document : ALONGSIDE_TRY(
           context.documents.of_kind(context.actor, context.what, context.operation.subject, WorkEntry::schema.id))) {
    WorkEntry entry = ALONGSIDE_TRY(wire::decode_payload<WorkEntry>(document.content));
    if (entry.worker == worker) found.push_back({std::move(document), std::move(entry)});
  }
  return found;
}

bool is_replaced(const std::vector<Found<WorkEntry>>& entries, DocumentId id) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Found<WorkEntry>& one) { return one.content.replaces == id; });
}

std::int64_t minutes_on(const std::vector<Found<WorkEntry>>& entries, const RecordHours& hours) {
  std::int64_t minutes = 0;
  for (const Found<WorkEntry>& one : entries) {
    const bool counts = one.document.id != hours.replaces && !is_replaced(entries, one.document.id);
    if (counts && one.content.day == hours.day) minutes += one.content.minutes;
  }
  return minutes;
}

Result<Applied> add_worker(OperationContext& context, const PutWorker& put) {
  const auto workers = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, context.operation.subject, Worker::schema.id));
  const auto own = std::count_if(workers.begin(), workers.end(), [&](const wire::Document& document) {
    return document.owner == context.actor.person;
  });
  if (static_cast<std::size_t>(own) >= most_workers) return Error{ErrorCode::InvalidInput, "too_many"};
  const auto content = content_of(context, put.id, context.actor.person, tidied(put.worker));
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}))};
}

Result<Applied> put_worker(OperationContext& context, const PutWorker& put) {
  if (put.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (const auto fault = check(put.worker, context.clock.today())) return refused(*fault);
  if (!context.operation.base().exists()) return add_worker(context, put);
  const auto found = ALONGSIDE_TRY(find<Worker>(context, put.id));
  const auto content = content_of(context, put.id, found.document.owner, tidied(put.worker));
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, context.operation.base()))};
}

// Two people may correct the same entry without a network: the first that comes counts, the other is told.
Result<Applied> record(OperationContext& context, const RecordHours& hours) {
  const auto worker = ALONGSIDE_TRY(find<Worker>(context, hours.worker));
  const auto entries = ALONGSIDE_TRY(entries_of(context, hours.worker));
  const Date latest(context.clock.today().days() + days_ahead);
  if (const auto fault = check(hours, worker.content, latest, minutes_on(entries, hours))) return refused(*fault);
  if (!hours.replaces.is_nil()) {
    const auto old = ALONGSIDE_TRY(find<WorkEntry>(context, hours.replaces));
    if (old.content.worker != hours.worker) return not_there();
    if (is_replaced(entries, hours.replaces)) return refused(WorkFault::AlreadyReplaced);
  }
  const WorkEntry entry = entry_of(hours, context.actor.person, context.clock.now_ms());
  const auto content = content_of(context, DocumentId(context.operation.id.bytes()), worker.document.owner, entry);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}))};
}

Result<Applied> confirm(OperationContext& context, const ConfirmHours& payload) {
  const auto worker = ALONGSIDE_TRY(find<Worker>(context, payload.worker));
  if (const auto fault = check(payload)) return refused(*fault);
  for (const DocumentId id : payload.entries) {
    const auto entry = ALONGSIDE_TRY(find<WorkEntry>(context, id));
    if (entry.content.worker != payload.worker) return not_there();
  }
  const Confirmation confirmation = confirmation_of(payload, context.actor.person, context.clock.today());
  const auto content =
      content_of(context, DocumentId(context.operation.id.bytes()), worker.document.owner, confirmation);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}))};
}

}  // namespace

void add_work_operations(server::Operations& operations) {
  operations.on<PutWorker>(worker_row, put_worker);
  operations.on<RecordHours>(hours_row, record);
  operations.on<ConfirmHours>(confirm_row, confirm);
}

// A helper and a young person change only what its owner lets them change, like everybody else.
void add_work_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  for (const std::string_view row : {worker_row, hours_row, confirm_row}) {
    table.add(row)
        .give(Relation::Parent, Permission::Shared)
        .give(Relation::Carer, Permission::Shared)
        .give(Relation::Helper, Permission::Shared)
        .give(Relation::YoungPerson, Permission::Shared);
  }
}

}  // namespace alongside::employing
