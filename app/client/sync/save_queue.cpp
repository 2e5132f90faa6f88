#include "app/client/sync/save_queue.hpp"

#include "app/base/chance.hpp"
#include "app/client/sync/push_batch.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

constexpr int most_tries = 4;

}  // namespace

SaveQueue::SaveQueue(SyncWorld world, Replica& replica, std::function<void()> kept)
    : world_(world), replica_(replica), kept_(std::move(kept)), alive_(std::make_shared<int>(0)) {}

void SaveQueue::save(Change change, Records::Saved saved) {
  if (change.payload.size() > most_payload) {
    return refuse(std::move(saved), ErrorCode::TooLarge, "a change holds at most 64 KiB");
  }
  PendingChange pending;
  pending.id = random_id<OperationId>(world_.chance);
  pending.change = std::move(change);
  pending.made_at_ms = world_.clock.now_ms();
  queue_.push_back({std::move(pending), std::move(saved), 0});
  replica_.changed();
  begin();
}

std::vector<const PendingChange*> SaveQueue::saving() const {
  std::vector<const PendingChange*> found;
  for (const Waiting& waiting : queue_) {
    // Another tab's news may have had it read from the outbox already.
    if (!replica_.outbox().find(waiting.pending.id)) found.push_back(&waiting.pending);
  }
  return found;
}

void SaveQueue::begin() {
  if (busy_ || queue_.empty()) return;
  busy_ = true;
  replica_.commit(batch_of(queue_.front().pending), [this](Committed done) { committed(done.fault); });
}

Batch SaveQueue::batch_of(const PendingChange& pending) const {
  OutboxEntry entry;
  entry.operation.id = pending.id;
  entry.operation.actor = replica_.person();
  entry.operation.subject = pending.change.subject;
  entry.operation.kind = pending.change.kind;
  entry.operation.edition = pending.change.edition;
  entry.operation.base_version = pending.change.base.number;
  entry.operation.built_on = pending.change.base.made_by;
  entry.operation.made_at_ms = pending.made_at_ms;
  entry.operation.payload = pending.change.payload;
  Batch batch = appending(replica_, world_.chance);
  batch.steps.push_back({StoreStep::Do::Append, Shelf::Outbox, {}, wire::encode_frame(entry)});
  return batch;
}

void SaveQueue::committed(StoreFault fault) {
  switch (fault) {
    case StoreFault::None: return is_kept();
    case StoreFault::Full: return fail(ErrorCode::TooLarge, "there is no room on this device");
    case StoreFault::Unavailable: return fail(ErrorCode::Storage, "this browser keeps nothing");
    case StoreFault::Unexpected:
    case StoreFault::Failed: break;
  }
  replica_.load([this, fault](StoreFault read) {
    if (read != StoreFault::None) return fail(ErrorCode::Storage, "the store does not answer");
    read_again(fault);
  });
}

// A commit that failed may have been done all the same: the outbox knows.
void SaveQueue::read_again(StoreFault fault) {
  if (replica_.outbox().find(queue_.front().pending.id)) return is_kept();
  if (fault == StoreFault::Failed || ++queue_.front().tries >= most_tries) {
    return fail(ErrorCode::Storage, "the store did not keep it");
  }
  busy_ = false;
  begin();
}

void SaveQueue::is_kept() {
  Waiting waiting = std::move(queue_.front());
  queue_.pop_front();
  busy_ = false;
  const OperationId id = waiting.pending.id;
  const bool only_in_memory = replica_.keeps_nothing();
  if (only_in_memory) {
    replica_.outbox().hold(id);
    held_.push_back(std::move(waiting));
  }
  replica_.changed();
  kept_();
  begin();
  if (!only_in_memory) waiting.saved(id);  // last: the caller may close the engine
}

void SaveQueue::settle() {
  std::vector<Waiting> settled;
  for (auto waiting = held_.begin(); waiting != held_.end();) {
    const OutboxItem* const item = replica_.outbox().find(waiting->pending.id);
    const bool unsent = item && item->entry.state == SentState::Unsent;
    if (!unsent) settled.push_back(std::move(*waiting));
    waiting = unsent ? waiting + 1 : held_.erase(waiting);
  }
  for (const Waiting& waiting : settled) waiting.saved(waiting.pending.id);
}

void SaveQueue::fail(ErrorCode code, const char* detail) {
  const Records::Saved saved = std::move(queue_.front().saved);
  queue_.pop_front();
  busy_ = false;
  replica_.changed();
  begin();
  saved(Error{code, detail});
}

void SaveQueue::refuse(Records::Saved saved, ErrorCode code, const char* detail) {
  world_.timer.after(0, [alive = std::weak_ptr(alive_), saved = std::move(saved), code, detail] {
    if (!alive.expired()) saved(Error{code, detail});
  });
}

}  // namespace alongside::client
