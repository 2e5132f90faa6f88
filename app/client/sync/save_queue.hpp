// SaveQueue: changes on their way to the device's disk, one after the other in the order they were made.
// Owned by SyncEngine. A caller hears "saved" only after the commit; where the device keeps nothing, only
// when the council has the change.
#pragma once

#include "app/client/sync/replica.hpp"
#include "app/plugin_api/records.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace alongside::client {

class SaveQueue {
 public:
  static constexpr std::size_t most_payload = std::size_t{64} << 10;

  // `kept` is called after each change that was kept, for it to be sent.
  SaveQueue(SyncWorld world, Replica& replica, std::function<void()> kept);
  SaveQueue(const SaveQueue&) = delete;
  SaveQueue& operator=(const SaveQueue&) = delete;

  void save(Change change, Records::Saved saved);
  // Answers those whose changes the council has by now.
  void settle();
  // What is not in the outbox yet, oldest first.
  std::vector<const PendingChange*> saving() const;

 private:
  struct Waiting {
    PendingChange pending;
    Records::Saved saved;
    int tries = 0;
  };

  void begin();
  Batch batch_of(const PendingChange& pending) const;
  void committed(StoreFault fault);
  void read_again(StoreFault fault);
  void is_kept();
  void fail(ErrorCode code, const char* detail);
  void refuse(Records::Saved saved, ErrorCode code, const char* detail);

  SyncWorld world_;
  Replica& replica_;
  std::function<void()> kept_;
  std::deque<Waiting> queue_;
  std::vector<Waiting> held_;  // in memory only: answered by settle()
  bool busy_ = false;
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
