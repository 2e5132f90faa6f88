// MemoryStore: a complete Store that lives in memory. Used by native tests, and by the sync engine
// when the device can keep nothing. Several may share one MemoryDisk, as tabs share a browser's.
// Calls back through the timer, so never before it returns and in the order of the calls.
#pragma once

#include "app/client/store/store.hpp"
#include "app/client/sync/sync_world.hpp"

#include <array>
#include <map>
#include <memory>

namespace alongside::client {

using MemoryShelf = std::map<std::string, Bytes, std::less<>>;
using MemoryDatabase = std::array<MemoryShelf, shelf_count>;

class MemoryStore;

// What outlives a MemoryStore: the databases by name, and who watches.
struct MemoryDisk {
  std::map<std::string, MemoryDatabase, std::less<>> databases;
  std::vector<MemoryStore*> open;
};

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(Timer& timer);
  MemoryStore(Timer& timer, std::shared_ptr<MemoryDisk> disk);
  ~MemoryStore() override;
  MemoryStore(const MemoryStore&) = delete;
  MemoryStore& operator=(const MemoryStore&) = delete;

  void open(std::string_view name, std::function<void(StoreFault)> done) override;
  void commit(Batch batch, std::function<void(Committed)> done) override;
  void read(Shelf shelf, std::function<void(ShelfContent)> done) override;
  void erase(std::function<void(StoreFault)> done) override;
  void watch(std::function<void()> changed) override;

 private:
  MemoryDatabase* database();
  void tell_others();
  void later(std::function<void()> call);

  Timer& timer_;
  std::shared_ptr<MemoryDisk> disk_;
  std::string name_;  // empty: nothing is open
  std::function<void()> changed_;
  std::shared_ptr<int> alive_;
};

// One batch upon a database: all of it or, with a fault, nothing. For other stores in memory too.
Committed apply_batch(MemoryDatabase& database, const Batch& batch);

}  // namespace alongside::client
