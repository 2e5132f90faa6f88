#include "app/client/sync/sync_engine.hpp"

#include "app/base/chance.hpp"
#include "app/client/sync/drafts.hpp"
#include "app/client/sync/replica.hpp"
#include "app/client/sync/save_queue.hpp"
#include "app/client/sync/sync_rounds.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {

SyncEngine::SyncEngine(SyncWorld world) : world_(world), alive_(std::make_shared<int>(0)) {}

SyncEngine::~SyncEngine() = default;

void SyncEngine::open(PersonId person, Keep keep, Done done) {
  close();
  const auto changed = [this] { announce(); };
  replica_ = std::make_unique<Replica>(world_, person, keep, changed);
  drafts_ = std::make_unique<Drafts>(*replica_);
  rounds_ = std::make_unique<SyncRounds>(world_, *replica_, changed);
  saves_ = std::make_unique<SaveQueue>(world_, *replica_, [this] { sync(SyncReason::Saved); });
  world_.store.watch([this, alive = std::weak_ptr(alive_)] {
    if (!alive.expired()) other_tab();
  });
  read(std::move(done));
}

void SyncEngine::read(Done done) {
  replica_->open([this, done = std::move(done)](StoreFault fault) {
    if (fault == StoreFault::None) return read_drafts(done);
    unread_ = Unread::All;
    announce();
    done(Error{ErrorCode::Storage, "the device's store could not be read"});
  });
}

// Without its drafts the rest of a family's records is of use all the same.
void SyncEngine::read_drafts(Done done) {
  drafts_->load([this, done = std::move(done)](StoreFault fault) {
    unread_ = fault == StoreFault::None ? Unread::Nothing : Unread::Drafts;
    announce();
    done({});
  });
}

void SyncEngine::read_again() {
  const auto was_all = std::exchange(unread_, Unread::Nothing) == Unread::All;
  if (!was_all) return read_drafts([](const Result<void>&) {});
  read([this](const Result<void>& opened) {
    if (opened.ok()) sync(SyncReason::Started);
  });
}

void SyncEngine::close() {
  alive_ = std::make_shared<int>(0);
  told_ = Told::No;
  unread_ = Unread::Nothing;
  if (!replica_) return;
  editions_before_ += replica_->edition();
  rounds_.reset();
  saves_.reset();
  drafts_.reset();
  replica_.reset();
  announce();
}

void SyncEngine::sync(SyncReason reason) {
  if (unread_ != Unread::Nothing) read_again();
  if (rounds_) rounds_->sync(reason);
}

// A hint that another tab has committed. Where it shares nothing but the outbox, its news must be fetched.
void SyncEngine::other_tab() {
  if (!rounds_) return;
  if (rounds_->working()) return rounds_->look_again();
  const std::size_t unsent = replica_->outbox().unsent();
  replica_->load([this, unsent](StoreFault) {
    const bool sent_there = replica_->outbox().unsent() < unsent;
    if (sent_there && replica_->keep() == Keep::UnsentOnly) sync(SyncReason::OtherTab);
  });
}

SyncStatus SyncEngine::status() const {
  if (!replica_) return {};
  SyncStatus status;
  status.saving = saves_->saving().size();
  status.unsent = replica_->outbox().unsent() + status.saving;
  status.oldest_unsent_ms = replica_->outbox().oldest_unsent_ms();
  const RoundEnd last = rounds_->last_end();
  if (last == RoundEnd::SignedOut) {
    status.state = SyncState::SignedOut;
  } else if (last == RoundEnd::Incompatible || !replica_->outbox().readable()) {
    status.state = SyncState::Incompatible;
  } else if (unread_ != Unread::Nothing) {
    status.state = SyncState::Unreadable;
  } else if (replica_->keeps_nothing()) {
    status.state = SyncState::KeepsNothing;
  } else if (replica_->full()) {
    status.state = SyncState::Full;
  } else if (last == RoundEnd::Offline) {
    status.state = SyncState::Offline;
  } else if (rounds_->working()) {
    status.state = SyncState::Working;
  }
  return status;
}

void SyncEngine::on_change(std::function<void()> changed) { changed_ = std::move(changed); }

void SyncEngine::announce() {
  if (told_ == Told::Soon) return;
  told_ = Told::Soon;
  world_.timer.after(0, [this, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    told_ = Told::No;
    if (saves_) saves_->settle();
    if (alive.expired()) return;  // a caller closed us
    const auto now = std::pair(edition(), status());
    if (std::exchange(last_told_, now) != now && changed_) changed_();
  });
}

void SyncEngine::forget(Unsent unsent, Done done) {
  if (!rounds_) {
    world_.timer.after(0, [done = std::move(done)] { done({}); });
    return;
  }
  rounds_->run_alone([this, unsent, done = std::move(done)](StoreFault fault, std::function<void()> finish) {
    const bool unknown = fault != StoreFault::None;
    if (unsent == Unsent::Keep && (unknown || status().unsent > 0)) {
      finish();
      return done(Error{ErrorCode::Conflict, "something is not sent yet"});
    }
    replica_->erase(closing(done, finish));
  });
}

// Does not wait for a round that is at work, which without a network can take long: what it would have heard is asked
// again by whoever comes back. What other tabs saved meanwhile counts as well.
void SyncEngine::leave(OwnFiles files, Done done) {
  if (!rounds_) return world_.timer.after(0, [done = std::move(done)] { done({}); });
  rounds_ = std::make_unique<SyncRounds>(world_, *replica_, [this] { announce(); });
  replica_->load([this, files, done = std::move(done)](StoreFault fault) {
    const bool unknown = fault != StoreFault::None || unread_ != Unread::Nothing;
    const bool has_drafts = replica_->keep() == Keep::Everything && drafts_->has_any({});
    auto closed = closing(done, [] {});
    if (unknown || files == OwnFiles::Some || status().unsent > 0 || has_drafts) {
      return replica_->wipe_fetched(std::move(closed));
    }
    replica_->erase(std::move(closed));
  });
}

// The store has let go of what it should.
std::function<void(StoreFault)> SyncEngine::closing(Done done, std::function<void()> finish) {
  return [this, done = std::move(done), finish = std::move(finish)](StoreFault fault) {
    if (fault != StoreFault::None) {
      finish();
      return done(Error{ErrorCode::Storage, "the device's store could not be emptied"});
    }
    const Done tell = done;  // closing ends what holds it
    close();
    tell({});
  };
}

DeviceId SyncEngine::device() const { return replica_ ? replica_->state().device() : DeviceId{}; }

PersonId SyncEngine::person() const { return replica_ ? replica_->person() : PersonId{}; }

std::uint64_t SyncEngine::cursor() const { return replica_ ? replica_->state().cursor() : 0; }

}  // namespace alongside::client
