// SyncRounds: when to talk with the council: takes the turn among the tabs, reads again what they did,
// pushes, pulls, gives the turn back; tries again later by itself after a failure. Owned by SyncEngine.
#pragma once

#include "app/client/sync/backoff.hpp"
#include "app/client/sync/pull_round.hpp"
#include "app/client/sync/push_round.hpp"

#include <functional>
#include <memory>
#include <string>

namespace alongside::client {

enum class SyncReason : std::uint8_t;

class SyncRounds {
 public:
  SyncRounds(SyncWorld world, Replica& replica, std::function<void()> changed);
  ~SyncRounds();
  SyncRounds(const SyncRounds&) = delete;
  SyncRounds& operator=(const SyncRounds&) = delete;

  void sync(SyncReason reason);
  // Something else that needs the turn: done next, after the store was read again; it calls `finish`.
  using Alone = std::function<void(StoreFault fault, std::function<void()> finish)>;
  void run_alone(Alone job);

  // Another tab has committed something. While at work, that is seen to afterwards.
  void look_again() { look_again_ = true; }

  bool working() const { return running_; }
  RoundEnd last_end() const { return last_end_; }

 private:
  void begin();
  void granted();
  void push();
  void pull();
  void pulled();
  void finish(RoundEnd how);
  void try_later();

  SyncWorld world_;
  Replica& replica_;
  std::function<void()> changed_;
  PushRound push_;
  PullRound pull_;
  Backoff backoff_;
  std::string turn_;
  Alone alone_;
  RoundEnd last_end_ = RoundEnd::Done;
  bool running_ = false;
  bool holding_ = false;
  bool again_ = false;
  bool look_again_ = false;
  int loops_ = 0;
  std::uint64_t wait_ = 0;  // counts the waits: an older one's end means nothing
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
