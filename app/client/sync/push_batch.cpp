#include "app/client/sync/push_batch.hpp"

#include "app/client/store/sequence_key.hpp"
#include "app/client/sync/sync_engine.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace alongside::client {
namespace {

using Do = StoreStep::Do;

bool is_applied(const OutboxItem& item) {
  return item.entry.state == SentState::Acknowledged && item.entry.outcome == wire::Outcome::Applied;
}

StoreStep step(Do what, const OutboxItem& item, Bytes value) {
  return {what, Shelf::Outbox, sequence_key(item.sequence), std::move(value)};
}

std::uint32_t subject_index(wire::Push& push, const wire::Subject& subject) {
  const auto found = std::ranges::find(push.subjects, subject);
  const auto index = static_cast<std::uint32_t>(found - push.subjects.begin());
  if (found == push.subjects.end()) push.subjects.push_back(subject);
  return index;
}

void add(wire::Push& push, const wire::Operation& made) {
  const std::uint32_t subject = subject_index(push, made.subject);
  push.operations.push_back({made.id, subject, made.kind, made.edition, made.base_version,
                             made.made_at_ms - push.made_from_ms, made.payload});
  if (made.base().exists()) push.built_on.push_back(made.built_on);
}

wire::Push push_from(const Replica& replica, const OutboxItem& first) {
  wire::Push push;
  push.device = replica.state().device();
  push.actor = replica.person();
  push.first_sequence = first.sequence;
  push.made_from_ms = first.entry.operation.made_at_ms;
  return push;
}

OutboxEntry with_result(const OutboxItem& item, const wire::OperationResult& result, Date today) {
  OutboxEntry entry = item.entry;
  entry.state = SentState::Acknowledged;
  entry.outcome = result.outcome;
  entry.code = result.code;
  entry.version = result.version;
  entry.acknowledged = today;
  return entry;
}

void add_results(const Replica& replica, const wire::Push& push, const wire::PushReply& reply, Date today,
                 Batch& batch) {
  for (std::size_t i = 0; i < reply.results.size(); ++i) {
    const OutboxItem* const item = replica.outbox().find(push.first_sequence + i);
    if (!item || item->entry.state != SentState::Unsent) continue;
    batch.steps.push_back(step(Do::Expect, *item, item->stored));
    batch.steps.push_back(step(Do::Put, *item, wire::encode_frame(with_result(*item, reply.results[i], today))));
    const bool let_go = replica.keep() == Keep::UnsentOnly && reply.results[i].outcome == wire::Outcome::Applied;
    if (let_go) batch.steps.push_back(step(Do::Remove, *item, {}));
  }
}

// The council was restored from a copy that is older than its acknowledgement.
void take_back(const Replica& replica, std::uint64_t committed, Batch& batch) {
  for (const auto& [sequence, item] : replica.outbox().items()) {
    if (sequence <= committed || sequence >= Outbox::aside || !is_applied(item)) continue;
    OutboxEntry entry;
    entry.operation = item.entry.operation;
    entry.tail = item.entry.tail;
    batch.steps.push_back(step(Do::Expect, item, item.stored));
    batch.steps.push_back(step(Do::Put, item, wire::encode_frame(entry)));
  }
  if (replica.state().shown() > committed) batch.steps.push_back(DeviceState::put(meta::shown, committed));
}

// What a verified backup holds and the documents show, and what is older than anything is kept.
void remove_old(const Replica& replica, const wire::PushReply& reply, Date today, Batch& batch) {
  const std::uint64_t shown = std::min(replica.state().shown(), reply.committed);
  std::size_t removable = 0;
  for (const auto& [sequence, item] : replica.outbox().items()) {
    if (sequence <= shown && item.entry.state != SentState::Unsent) ++removable;
  }
  for (const auto& [sequence, item] : replica.outbox().items()) {
    if (sequence > shown) break;
    if (!is_applied(item) && item.entry.state != SentState::Dismissed) continue;
    const bool old = removable > always_kept && days_between(item.entry.acknowledged, today) > kept_days;
    if (sequence > reply.backed_up && !old) continue;
    batch.steps.push_back(step(Do::Expect, item, item.stored));
    batch.steps.push_back(step(Do::Remove, item, {}));
    --removable;
  }
}

}  // namespace

Batch appending(const Replica& replica, Chance& chance) {
  Batch batch{Durability::Strict, {replica.state().expect(meta::device)}};
  if (replica.state().device().is_nil())
    batch.steps.push_back(DeviceState::put(meta::device, random_id<DeviceId>(chance).bytes()));
  return batch;
}

std::optional<wire::Push> next_push(const Replica& replica, std::size_t most) {
  const OutboxItem* item = replica.outbox().find(replica.outbox().first_unsent());
  if (!item) return std::nullopt;
  wire::Push push = push_from(replica, *item);
  std::size_t bytes = 0;
  for (std::uint64_t sequence = item->sequence; push.operations.size() < most; ++sequence) {
    item = replica.outbox().find(sequence);
    if (!item || item->entry.state != SentState::Unsent) break;
    bytes += item->entry.operation.payload.size();
    if (bytes > most_push_bytes && !push.operations.empty()) break;
    add(push, item->entry.operation);
  }
  return push;
}

std::optional<wire::Push> probe(const Replica& replica) {
  const auto& items = replica.outbox().items();
  for (auto item = std::make_reverse_iterator(items.lower_bound(Outbox::aside)); item != items.rend(); ++item) {
    if (!is_applied(item->second)) continue;
    wire::Push push = push_from(replica, item->second);
    add(push, item->second.entry.operation);
    return push;
  }
  return std::nullopt;
}

bool answers(const wire::PushReply& reply, const wire::Push& push) {
  if (reply.incarnation.is_nil() || reply.committed >= Outbox::aside) return false;
  if (reply.results.size() > push.operations.size()) return false;
  if (!reply.results.empty() && reply.committed < push.first_sequence + reply.results.size() - 1) return false;
  for (std::size_t i = 0; i < reply.results.size(); ++i) {
    if (reply.results[i].id != push.operations[i].id) return false;
  }
  return true;
}

Batch settle(const Replica& replica, const wire::Push& push, const wire::PushReply& reply, Date today) {
  Batch batch{Durability::Strict, {replica.state().expect(meta::device)}};
  add_results(replica, push, reply, today, batch);
  // In another life of the council the same sequence may hold another change, which a copy of this device made since:
  // only what is sent again is known to be there, or in a backup of it.
  const IncarnationId known = replica.state().received_by();
  const bool is_restored = !known.is_nil() && known != reply.incarnation;
  take_back(replica, is_restored ? 0 : reply.committed, batch);
  if (!is_restored) remove_old(replica, reply, today, batch);
  if (replica.state().received_by() != reply.incarnation) {
    batch.steps.push_back(DeviceState::put(meta::received_by, reply.incarnation.bytes()));
  }
  return batch;
}

Batch number_anew(const Replica& replica, DeviceId device) {
  // With "next" as we know it, no tab has appended anything that we do not see.
  Batch batch{Durability::Strict, {replica.state().expect(meta::device), replica.state().expect(meta::next)}};
  const auto& items = replica.outbox().items();
  std::uint64_t aside = std::max(items.empty() ? 0 : items.rbegin()->first, Outbox::aside);
  std::uint64_t shown = 0;
  Batch numbered;
  for (const auto& [sequence, item] : items) {
    if (sequence >= Outbox::aside) break;
    batch.steps.push_back(step(Do::Expect, item, item.stored));
    batch.steps.push_back(step(Do::Remove, item, {}));
    if (item.entry.state == SentState::Unsent || is_applied(item)) {
      numbered.steps.push_back({Do::Append, Shelf::Outbox, {}, item.stored});
      if (is_applied(item) && sequence <= replica.state().shown()) shown = numbered.steps.size();
    } else if (item.entry.state == SentState::Acknowledged) {
      batch.steps.push_back({Do::Put, Shelf::Outbox, sequence_key(++aside), item.stored});
    }
  }
  batch.steps.push_back(DeviceState::remove(meta::next));
  batch.steps.push_back(DeviceState::put(meta::shown, shown));
  batch.steps.push_back(DeviceState::put(meta::device, device.bytes()));
  batch.steps.insert(batch.steps.end(), numbered.steps.begin(), numbered.steps.end());
  return batch;
}

}  // namespace alongside::client
