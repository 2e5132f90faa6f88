#include "app/client/sync/sync_rounds.hpp"

#include "app/client/sync/sync_engine.hpp"

#include <utility>

namespace alongside::client {
namespace {

constexpr int most_loops = 8;
constexpr std::uint32_t tries_for_nothing = 6;  // while nothing is unsent

}  // namespace

SyncRounds::SyncRounds(SyncWorld world, Replica& replica, std::function<void()> changed)
    : world_(world),
      replica_(replica),
      changed_(std::move(changed)),
      push_(world, replica),
      pull_(world, replica),
      turn_("sync-" + replica.person().text()),
      alive_(std::make_shared<int>(0)) {}

SyncRounds::~SyncRounds() {
  if (holding_) world_.turns.end(turn_);
}

void SyncRounds::sync(SyncReason reason) {
  const bool hopeful = reason == SyncReason::Online || reason == SyncReason::Asked || reason == SyncReason::Returned;
  if (hopeful) backoff_.reset();
  ++wait_;
  if (running_) {
    again_ = true;
    return;
  }
  begin();
}

void SyncRounds::run_alone(Alone job) {
  alone_ = std::move(job);
  if (!running_) begin();
}

void SyncRounds::begin() {
  running_ = true;
  loops_ = 0;
  changed_();
  Turns& turns = world_.turns;
  turns.take(turn_, [this, alive = std::weak_ptr(alive_), &turns, turn = turn_] {
    if (alive.expired()) return turns.end(turn);  // granted to somebody who has gone
    holding_ = true;
    granted();
  });
}

void SyncRounds::granted() {
  again_ = false;  // all that was asked until now is seen to below
  look_again_ = false;
  replica_.load([this, alive = std::weak_ptr(alive_)](StoreFault fault) {
    if (alive.expired()) return;
    if (alone_) {
      return std::exchange(alone_, nullptr)(fault, [this, alive] {
        if (!alive.expired()) finish(RoundEnd::Done);
      });
    }
    if (fault != StoreFault::None) return finish(RoundEnd::Disturbed);
    push();
  });
}

void SyncRounds::push() {
  push_.run([this](RoundEnd how) {
    if (how != RoundEnd::Done) return finish(how);
    pull();
  });
}

void SyncRounds::pull() {
  pull_.run([this](RoundEnd how) {
    if (how != RoundEnd::Done) return finish(how);
    pulled();
  });
}

// What was saved meanwhile goes along at once.
void SyncRounds::pulled() {
  const bool more = replica_.outbox().first_unsent() != 0 || push_.must_probe();
  if (more && ++loops_ < most_loops) return push();
  finish(more ? RoundEnd::Disturbed : RoundEnd::Done);
}

void SyncRounds::finish(RoundEnd how) {
  holding_ = false;
  running_ = false;
  last_end_ = how;
  world_.turns.end(turn_);
  changed_();
  if (how == RoundEnd::Done) backoff_.reset();
  const bool once_more = std::exchange(again_, false) && how == RoundEnd::Done;
  if (once_more || alone_) return begin();
  if (look_again_) replica_.load([](StoreFault) {});
  if (how == RoundEnd::Offline || how == RoundEnd::Disturbed) try_later();
}

void SyncRounds::try_later() {
  const bool unsent = replica_.outbox().unsent() > 0;
  if (!unsent && backoff_.failures() >= tries_for_nothing) return;
  const std::uint64_t wait = ++wait_;
  world_.timer.after(backoff_.next_ms(world_.chance), [this, alive = std::weak_ptr(alive_), wait] {
    if (!alive.expired() && wait == wait_ && !running_) begin();
  });
}

}  // namespace alongside::client
