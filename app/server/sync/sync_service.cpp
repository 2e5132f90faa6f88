#include "app/server/sync/sync_service.hpp"

#include "app/base/clock.hpp"
#include "app/server/audit/read_audit.hpp"
#include "app/server/database.hpp"
#include "app/server/sync/feed_page.hpp"
#include "app/server/sync/feeds.hpp"
#include "app/server/sync/incarnation.hpp"
#include "app/server/sync/push_rules.hpp"

#include <utility>

namespace alongside::server {

Result<wire::PushReply> SyncService::push(const Actor& actor, const wire::Push& push) {
  ALONGSIDE_TRY(check_push(actor, push));
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  wire::PushReply reply;
  reply.incarnation = ALONGSIDE_TRY(incarnation(database_));
  std::uint64_t last = ALONGSIDE_TRY(DeviceLog(database_).last({actor.person, push.device}));
  for (std::size_t index = 0; index < push.operations.size(); ++index) {
    if (push.first_sequence + index > last + 1) break;  // a gap: `committed` says what is expected
    reply.results.push_back(ALONGSIDE_TRY(result_at(actor, push, index, last)));
  }
  reply.committed = last;
  reply.backed_up = ALONGSIDE_TRY(DeviceLog(database_).backed_up({actor.person, push.device}));
  ALONGSIDE_TRY(transaction.commit());
  return reply;
}

Result<wire::OperationResult> SyncService::result_at(const Actor& actor, const wire::Push& push, std::size_t index,
                                                     std::uint64_t& last) {
  DeviceLog log(database_);
  const DeviceKey device{actor.person, push.device};
  const std::uint64_t sequence = push.first_sequence + index;
  const OperationId id = push.operations[index].id;
  if (sequence <= last) {
    auto stored = ALONGSIDE_TRY(log.stored(device, sequence));
    if (!stored || stored->id != id) return Error{ErrorCode::Conflict, "device_cloned"};
    return std::move(*stored);
  }
  wire::OperationResult result;
  if (auto known = ALONGSIDE_TRY(log.stored_anywhere(actor.person, id))) {
    // It came already, from this person under another device: a browser's things were copied.
    result = std::move(*known);
  } else {
    const wire::Operation operation = operation_in(push, index);
    result = ALONGSIDE_TRY(decide(actor, operation));
    ALONGSIDE_TRY(log.audit(device, operation, result, clock_.now_ms()));
  }
  ALONGSIDE_TRY(log.store(device, sequence, result));
  last = sequence;
  return result;
}

Result<wire::OperationResult> SyncService::decide(const Actor& actor, const wire::Operation& operation) {
  ALONGSIDE_TRY(database_.execute("SAVEPOINT operation"));
  const auto applied = apply(actor, operation);
  if (!applied && is_passing(applied.error())) return applied.error();
  // What a refused operation had begun is undone; the queue goes on.
  if (!applied) ALONGSIDE_TRY(database_.execute("ROLLBACK TO operation"));
  ALONGSIDE_TRY(database_.execute("RELEASE operation"));
  if (!applied) return refusal(operation.id, applied.error());
  wire::OperationResult result;
  result.id = operation.id;
  result.version = applied->version;
  return result;
}

Result<Applied> SyncService::apply(const Actor& actor, const wire::Operation& operation) {
  const OperationKind* kind = operations_.find(operation.kind, operation.edition);
  if (kind == nullptr) return Error{ErrorCode::InvalidInput, "unknown_kind"};
  if (operation.payload.size() > sync_limits::payload_bytes) return Error{ErrorCode::TooLarge, "too_large"};
  // A rule that forgot to ask still lets in nobody who is nothing to this subject.
  const AccessTarget own{operation.subject, actor.person, wire::Facet::Own, Intention::Change};
  if (const auto allowed = access_.authorise(actor, kind->what, own); !allowed) {
    if (is_passing(allowed.error())) return allowed.error();
    // So that whoever was their parent reads why, and not that they did something wrong.
    const bool is_grown_up = ALONGSIDE_TRY(access_.ended_by_age(actor, operation.subject));
    return Error{ErrorCode::NotAllowed, is_grown_up ? "grown_up" : "not_allowed"};
  }
  Documents documents(database_, access_, operation.id);
  OperationContext context{actor, operation, kind->what, documents, database_, clock_};
  return kind->rule(context);
}

// Of the asker's own changes alone: whether anybody else made one of these is not told.
Result<wire::KnownChanges> SyncService::known(const Actor& actor, const wire::KnownChanges& asked) const {
  if (!actor.signed_in()) return Error{ErrorCode::SignedOut, "Sign in first."};
  if (asked.changes.size() > wire::saved_copy_limits::changes) {
    return Error{ErrorCode::TooLarge, "At most 1000 changes are asked about."};
  }
  wire::KnownChanges answer;
  for (const OperationId id : asked.changes) {
    if (ALONGSIDE_TRY(DeviceLog(database_).stored_anywhere(actor.person, id))) answer.changes.push_back(id);
  }
  return answer;
}

Result<void> SyncService::reconsider_once_a_day(PersonId viewer) {
  if (ALONGSIDE_TRY(Feeds(database_).considered_on(viewer, access_.today()))) return {};
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  ALONGSIDE_TRY(documents_.reconsider(viewer));
  return transaction.commit();
}

Result<wire::FeedPage> SyncService::feed(const Actor& actor, std::uint64_t since) {
  if (!actor.signed_in()) return Error{ErrorCode::SignedOut, "Sign in first."};
  ALONGSIDE_TRY(reconsider_once_a_day(actor.person));
  auto page = ALONGSIDE_TRY(feed_page(database_, access_, actor.person, since));
  // Before it leaves: what could not be noted is not given.
  ALONGSIDE_TRY(ReadAudit(database_, clock_.now_ms(), access_.today()).note(actor.person, page.documents));
  return page;
}

}  // namespace alongside::server
