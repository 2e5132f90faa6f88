#include "app/client/store/memory_store.hpp"

#include "app/client/store/sequence_key.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

MemoryShelf& shelf_of(MemoryDatabase& database, Shelf shelf) { return database[static_cast<std::size_t>(shelf)]; }

bool holds(const MemoryShelf& shelf, const StoreStep& step) {
  const auto found = shelf.find(step.key);
  return found == shelf.end() ? step.value.empty() : found->second == step.value;
}

std::uint64_t append(MemoryDatabase& database, const Bytes& value) {
  Bytes& next = shelf_of(database, Shelf::Meta)["next"];
  const std::uint64_t sequence = next.empty() ? 1 : sequence_of(std::string(next.begin(), next.end()));
  const std::string after = sequence_key(sequence + 1);
  next.assign(after.begin(), after.end());
  shelf_of(database, Shelf::Outbox)[sequence_key(sequence)] = value;
  return sequence;
}

}  // namespace

Committed apply_batch(MemoryDatabase& database, const Batch& batch) {
  for (const StoreStep& step : batch.steps) {
    if (step.what == StoreStep::Do::Expect && !holds(shelf_of(database, step.shelf), step)) {
      return {StoreFault::Unexpected, {}};
    }
  }
  Committed done;
  for (const StoreStep& step : batch.steps) {
    MemoryShelf& shelf = shelf_of(database, step.shelf);
    switch (step.what) {
      case StoreStep::Do::Put: shelf.insert_or_assign(step.key, step.value); break;
      case StoreStep::Do::Remove: shelf.erase(step.key); break;
      case StoreStep::Do::Clear: shelf.clear(); break;
      case StoreStep::Do::Append: done.appended.push_back(append(database, step.value)); break;
      case StoreStep::Do::Expect: break;
    }
  }
  return done;
}

MemoryStore::MemoryStore(Timer& timer) : MemoryStore(timer, std::make_shared<MemoryDisk>()) {}

MemoryStore::MemoryStore(Timer& timer, std::shared_ptr<MemoryDisk> disk)
    : timer_(timer), disk_(std::move(disk)), alive_(std::make_shared<int>(0)) {
  disk_->open.push_back(this);
}

MemoryStore::~MemoryStore() { std::erase(disk_->open, this); }

void MemoryStore::open(std::string_view name, std::function<void(StoreFault)> done) {
  name_ = name;
  disk_->databases[name_];
  later([done = std::move(done)] { done(StoreFault::None); });
}

void MemoryStore::commit(Batch batch, std::function<void(Committed)> done) {
  MemoryDatabase* const to = database();
  Committed result = to ? apply_batch(*to, batch) : Committed{StoreFault::Failed, {}};
  if (result.fault == StoreFault::None) tell_others();
  later([result = std::move(result), done = std::move(done)] { done(result); });
}

void MemoryStore::read(Shelf shelf, std::function<void(ShelfContent)> done) {
  ShelfContent content;
  if (MemoryDatabase* const from = database()) {
    for (const auto& [key, value] : shelf_of(*from, shelf)) content.entries.push_back({key, value});
  } else {
    content.fault = StoreFault::Failed;
  }
  later([content = std::move(content), done = std::move(done)] { done(content); });
}

void MemoryStore::erase(std::function<void(StoreFault)> done) {
  if (!name_.empty()) disk_->databases.erase(name_);
  tell_others();
  name_.clear();
  later([done = std::move(done)] { done(StoreFault::None); });
}

void MemoryStore::watch(std::function<void()> changed) { changed_ = std::move(changed); }

MemoryDatabase* MemoryStore::database() { return name_.empty() ? nullptr : &disk_->databases[name_]; }

void MemoryStore::tell_others() {
  for (MemoryStore* const other : disk_->open) {
    if (other == this || other->name_ != name_ || !other->changed_) continue;
    other->later([other] {
      if (other->changed_) other->changed_();
    });
  }
}

void MemoryStore::later(std::function<void()> call) {
  timer_.after(0, [alive = std::weak_ptr(alive_), call = std::move(call)] {
    if (!alive.expired()) call();
  });
}

}  // namespace alongside::client
