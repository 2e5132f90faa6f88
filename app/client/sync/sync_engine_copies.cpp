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
    kept.changes.push_back({item.entry.operation, item.pending.state});
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

// Under this device's own numbers.
void SyncEngine::take_back(std::vector<wire::Operation> made, Done done, int tries) {
  Batch batch = appending(*replica_, world_.chance);
  for (const wire::Operation& one : made) {
    if (has(one.id)) continue;
    OutboxEntry entry;
    entry.operation = one;
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
