#include "tests/simulation/sim_store.hpp"

#include <algorithm>
#include <utility>

namespace alongside::simulation {

using client::Batch;
using client::Committed;
using client::ShelfContent;
using client::StoreFault;

namespace {

bool unavailable(StoreSurroundings& around) {
  DeviceStorage& storage = around.storage;
  if (storage.unavailable_for == 0) {
    if (!around.armed.take(Fault::Unavailable)) return false;
    storage.unavailable_for = static_cast<std::uint32_t>(around.dice.between(1, 4));
  }
  --storage.unavailable_for;
  around.counts.fired(Fault::Unavailable);
  return true;
}

Committed run(StoreSurroundings& around, const client::Store* tab, const Batch& batch, const std::string& name) {
  if (name.empty() || unavailable(around)) return {StoreFault::Unavailable, {}};
  if (around.armed.take(Fault::Quota)) {
    around.counts.fired(Fault::Quota);
    return {StoreFault::Full, {}};
  }
  Committed committed = around.storage.databases[name].commit(batch, around.storage.bug);
  if (committed.fault == StoreFault::None) around.committed(tab);
  return committed;
}

}  // namespace

std::int64_t SimStore::place_in_queue() {
  const std::int64_t now = around_.scheduler.now_ms();
  around_.storage.busy_until_ms = std::max(around_.storage.busy_until_ms, now) + around_.dice.between(1, 4);
  return around_.storage.busy_until_ms - now;
}

void SimStore::open(std::string_view name, std::function<void(StoreFault)> done) {
  around_.scheduler.after(place_in_queue(), life_.lock(), [this, name = std::string(name), done = std::move(done)] {
    if (unavailable(around_)) return done(StoreFault::Unavailable);
    name_ = name;
    done(StoreFault::None);
  });
}

// The browser carries a commit out by itself: it may be done although the tab that asked has died,
// and the tab may die although it is done.
void SimStore::commit(Batch batch, std::function<void(Committed)> done) {
  const std::uint64_t power = around_.storage.power;
  around_.scheduler.after(place_in_queue(), [this, life = life_, &around = around_, power, name = name_,
                                             batch = std::move(batch), done = std::move(done)] {
    if (power != around.storage.power) return;
    const auto alive = life.lock();
    if (!alive || around.armed.take(Fault::CrashClient)) {
      if (around.dice.one_in(2)) (void)run(around, this, batch, name);
      if (!alive) return;  // `this` is gone and was only compared
      around.counts.fired(Fault::CrashClient);
      const auto die = die_;  // the tab takes its store along
      return die();
    }
    Committed committed = run(around, this, batch, name);
    // The worst moment for what is not strict is right after it.
    const bool relaxed = batch.durability == client::Durability::Relaxed && committed.fault == StoreFault::None;
    if (relaxed && around.armed.take(Fault::CrashDevice)) return around.cut_power();
    around.scheduler.after(around.dice.between(0, 6), alive,
                           [done, committed = std::move(committed)] { done(committed); });
  });
}

void SimStore::read(client::Shelf shelf, std::function<void(ShelfContent)> done) {
  around_.scheduler.after(place_in_queue(), life_.lock(), [this, shelf, done = std::move(done)] {
    ShelfContent content;
    if (name_.empty() || unavailable(around_)) {
      content.fault = StoreFault::Unavailable;
      return done(std::move(content));
    }
    for (const auto& [key, value] : database().now()[static_cast<std::size_t>(shelf)]) {
      content.entries.push_back({key, value});
    }
    around_.scheduler.after(around_.dice.between(0, 3), life_.lock(),
                            [done, content = std::move(content)] { done(content); });
  });
}

void SimStore::erase(std::function<void(StoreFault)> done) {
  around_.scheduler.after(place_in_queue(), life_.lock(), [this, done = std::move(done)] {
    around_.storage.databases.erase(name_);
    done(StoreFault::None);
  });
}

bool SimStore::has_on_disk(OperationId change) const {
  const auto database = around_.storage.databases.find(name_);
  if (database == around_.storage.databases.end()) return false;
  const auto& outbox = database->second.now()[static_cast<std::size_t>(client::Shelf::Outbox)];
  const auto id = change.bytes();
  return std::ranges::any_of(outbox,
                             [&id](const auto& entry) { return !std::ranges::search(entry.second, id).empty(); });
}

void SimStore::hint() {
  if (!changed_) return;
  if (around_.armed.take(Fault::LostHint)) return around_.counts.fired(Fault::LostHint);
  const std::int64_t late = around_.dice.one_in(5) ? 2000 : 30;
  around_.scheduler.after(around_.dice.between(0, late), life_.lock(), [this] { changed_(); });
}

}  // namespace alongside::simulation
