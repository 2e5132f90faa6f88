// DeviceStore: the store, asked one thing at a time, so that what the engine has in memory and what
// lies on the shelves change in the same order. When the device can keep nothing it goes on in memory.
// Owned by Replica.
#pragma once

#include "app/client/store/memory_store.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace alongside::client {

class DeviceStore {
 public:
  DeviceStore(Store& store, Timer& timer);
  DeviceStore(const DeviceStore&) = delete;
  DeviceStore& operator=(const DeviceStore&) = delete;

  void open(std::string name, std::function<void(StoreFault)> done);
  void commit(Batch batch, std::function<void(Committed)> done);
  void read(Shelf shelf, std::function<void(ShelfContent)> done);
  void erase(std::function<void(StoreFault)> done);

  // Everything asked after this happens in memory, which begins with this content.
  void fall_back(MemoryDatabase content);
  bool keeps_nothing() const { return memory_ != nullptr; }

 private:
  using Job = std::function<void(Store& store)>;

  void add(Job job);
  void begin();
  // Gives the answer on, then begins the next thing that was asked.
  template <class Answer>
  std::function<void(Answer)> passing_on(std::function<void(Answer)> done) {
    return [this, alive = std::weak_ptr(alive_), done = std::move(done)](Answer answer) {
      if (alive.expired()) return;
      done(std::move(answer));
      if (alive.expired()) return;  // the answer closed the engine
      busy_ = false;
      begin();
    };
  }

  Store& store_;
  Timer& timer_;
  std::unique_ptr<MemoryStore> memory_;
  std::deque<Job> jobs_;
  bool busy_ = false;
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
