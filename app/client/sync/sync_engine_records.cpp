// SyncEngine as plugins see it: Records.
#include "app/base/chance.hpp"
#include "app/client/store/sequence_key.hpp"
#include "app/client/sync/drafts.hpp"
#include "app/client/sync/replica.hpp"
#include "app/client/sync/save_queue.hpp"
#include "app/client/sync/sync_engine.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

bool is_refusal(const OutboxItem& item) {
  return item.entry.state == SentState::Acknowledged && item.entry.outcome != wire::Outcome::Applied;
}

// Where only the unsent is kept, what the person has seen goes from the device.
Batch dismissal(const Replica& replica, const OutboxItem& item) {
  const std::string key = sequence_key(item.sequence);
  Batch batch{Durability::Strict, {{StoreStep::Do::Expect, Shelf::Outbox, key, item.stored}}};
  if (replica.keep() == Keep::UnsentOnly || item.sequence >= Outbox::aside) {
    batch.steps.push_back({StoreStep::Do::Remove, Shelf::Outbox, key, {}});
    return batch;
  }
  OutboxEntry entry = item.entry;
  entry.state = SentState::Dismissed;
  batch.steps.push_back({StoreStep::Do::Put, Shelf::Outbox, key, wire::encode_frame(entry)});
  return batch;
}

}  // namespace

std::uint64_t SyncEngine::edition() const { return editions_before_ + (replica_ ? replica_->edition() : 0); }

std::vector<const wire::Document*> SyncEngine::documents(std::uint32_t kind) const {
  if (!replica_) return {};
  return replica_->documents().of_kind(kind);
}

std::vector<const PendingChange*> SyncEngine::changes(std::span<const std::uint32_t> kinds) const {
  if (!replica_) return {};
  std::vector<const PendingChange*> all = replica_->outbox().changes();
  for (const PendingChange* const pending : saves_->saving()) all.push_back(pending);
  std::erase_if(all, [kinds](const PendingChange* pending) {
    return std::ranges::find(kinds, pending->change.kind) == kinds.end();
  });
  return all;
}

void SyncEngine::save(Change change, Saved saved) {
  if (saves_) return saves_->save(std::move(change), std::move(saved));
  world_.timer.after(0, [saved = std::move(saved)] { saved(Error{ErrorCode::SignedOut, "nobody is signed in"}); });
}

void SyncEngine::dismiss(OperationId change) {
  const OutboxItem* const item = replica_ ? replica_->outbox().find(change) : nullptr;
  if (!item || !is_refusal(*item)) return;
  replica_->commit(dismissal(*replica_, *item), [this, change](Committed committed) {
    if (committed.fault != StoreFault::Unexpected) return;
    replica_->load([this, change](StoreFault fault) {
      if (fault == StoreFault::None) dismiss(change);
    });
  });
}

DocumentId SyncEngine::new_document() { return random_id<DocumentId>(world_.chance); }

bool SyncEngine::are_drafts_read() const { return drafts_ && drafts_->reading() == Drafts::Reading::Done; }

std::optional<Bytes> SyncEngine::draft(std::string_view key) const {
  return drafts_ ? drafts_->find(key) : std::nullopt;
}

bool SyncEngine::are_drafts_unreadable() const { return unread_ != Unread::Nothing; }

void SyncEngine::keep_draft(std::string_view key, Bytes value, Done done) {
  keep_draft(key, std::move(value), Elsewhere::Replaced, std::move(done));
}

void SyncEngine::keep_draft_with_others(std::string_view key, Bytes value, Done done) {
  keep_draft(key, std::move(value), Elsewhere::Respected, std::move(done));
}

void SyncEngine::keep_draft(std::string_view key, Bytes value, Elsewhere elsewhere, Done done) {
  const bool is_unreadable = are_drafts_unreadable();
  if (drafts_ && !is_unreadable) return drafts_->keep(key, std::move(value), elsewhere, std::move(done));
  world_.timer.after(0, [done = std::move(done), is_unreadable] {
    if (!done) return;
    done(is_unreadable ? Error{ErrorCode::Storage, "the device's drafts could not be read"}
                       : Error{ErrorCode::SignedOut, "nobody is signed in"});
  });
}

void SyncEngine::drop_draft(std::string_view key) {
  if (drafts_) drafts_->drop(key);
}

}  // namespace alongside::client
