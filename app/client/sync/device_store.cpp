#include "app/client/sync/device_store.hpp"

#include <utility>

namespace alongside::client {

DeviceStore::DeviceStore(Store& store, Timer& timer) : store_(store), timer_(timer), alive_(std::make_shared<int>(0)) {}

void DeviceStore::open(std::string name, std::function<void(StoreFault)> done) {
  add([name = std::move(name), done = passing_on(std::move(done))](Store& store) { store.open(name, done); });
}

void DeviceStore::commit(Batch batch, std::function<void(Committed)> done) {
  add([batch = std::move(batch), done = passing_on(std::move(done))](Store& store) { store.commit(batch, done); });
}

void DeviceStore::read(Shelf shelf, std::function<void(ShelfContent)> done) {
  add([shelf, done = passing_on(std::move(done))](Store& store) { store.read(shelf, done); });
}

void DeviceStore::erase(std::function<void(StoreFault)> done) {
  add([done = passing_on(std::move(done))](Store& store) { store.erase(done); });
}

void DeviceStore::fall_back(MemoryDatabase content) {
  if (memory_) return;
  auto disk = std::make_shared<MemoryDisk>();
  disk->databases["memory"] = std::move(content);
  memory_ = std::make_unique<MemoryStore>(timer_, std::move(disk));
  memory_->open("memory", [](StoreFault) {});
}

void DeviceStore::add(Job job) {
  jobs_.push_back(std::move(job));
  begin();
}

void DeviceStore::begin() {
  if (busy_ || jobs_.empty()) return;
  busy_ = true;
  const Job job = std::move(jobs_.front());
  jobs_.pop_front();
  job(memory_ ? static_cast<Store&>(*memory_) : store_);
}

}  // namespace alongside::client
