// SyncEngine: what its person takes along in a file, and what comes back out of one.
#include "app/base/chance.hpp"
#include "app/client/sync/push_batch.hpp"
#include "app/client/sync/replica.hpp"
#include "app/client/sync/save_queue.hpp"
#include "app/client/sync/sync_engine.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

constexpr int most_takes = 4;

}  // namespace

SavedCopies::Kept SyncEngine::kept() const {
  SavedCopies::Kept kept;
  if (!replica_) return kept;
  const Outbox& outbox = replica_->outbox();
  kept.unreadable = outbox.unreadable();
  for (const auto& [sequence, item] : outbox.items()) {
    const bool is_applied = item.entry.outcome == wire::Outcome::Applied && item.entry.state != SentState::Unsent;
    if (is_applied || item.entry.state == SentState::Dismissed) continue;
    // Another device's numbers do not tell the council what this change built on.
    kept.changes.push_back({under_other_numbers(outbox, item, item.entry.operation.seen), item.pending.state});
  }
  return kept;
}

bool SyncEngine::has(OperationId made) const { return replica_ && replica_->outbox().find(made) != nullptr; }

void SyncEngine::take_back(std::vector<wire::Operation> made, Done done) {
  const bool is_theirs =
      replica_ && std::ranges::all_of(made, [this](const auto& one) { return one.actor == replica_->person(); });
  if (is_theirs) return take_back(std::move(made), std::move(done), 0);
  world_.timer.after(0, [done = std::move(done)] { done(Error{ErrorCode::InvalidInput, "another person's"}); });
}

// Under this device's own numbers. What they build on was seen elsewhere: of this device's changes only those count
// against them that come with them.
void SyncEngine::take_back(std::vector<wire::Operation> made, Done done, int tries) {
  Batch batch = appending(*replica_, world_.chance);
  for (const wire::Operation& one : made) {
    if (has(one.id)) continue;
    OutboxEntry entry;
    entry.operation = one;
    entry.operation.seen = one.base_version > 0 ? replica_->outbox().last_sequence() : 0;
    batch.steps.push_back({StoreStep::Do::Append, Shelf::Outbox, {}, wire::encode_frame(entry)});
  }
  replica_->commit(std::move(batch),
                   [this, made = std::move(made), done = std::move(done), tries](Committed committed) {
                     if (committed.fault == StoreFault::None) {
                       sync(SyncReason::Saved);
                       return done({});
                     }
                     if (committed.fault == StoreFault::Full) return done(Error{ErrorCode::TooLarge, "full"});
                     const bool another_tab = committed.fault == StoreFault::Unexpected && tries < most_takes;
                     if (!another_tab) return done(Error{ErrorCode::Storage, "the store did not keep it"});
                     replica_->load([this, made, done, tries](StoreFault) { take_back(made, done, tries + 1); });
                   });
}

}  // namespace alongside::client
