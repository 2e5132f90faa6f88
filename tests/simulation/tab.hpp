// Tab: one page of one person in one browser: the real sync engine with a simulated store, turns,
// network, timer, chance and clock. Made and killed by Device, at any moment and without a goodbye.
#pragma once

#include "app/client/sync/sync_engine.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/history.hpp"
#include "tests/simulation/sim_network.hpp"
#include "tests/simulation/sim_store.hpp"
#include "tests/simulation/sim_turns.hpp"

#include <functional>

namespace alongside::simulation {

class SimTimer final : public client::Timer {
 public:
  SimTimer(Scheduler& scheduler, const Life& life) : scheduler_(scheduler), life_(life) {}
  void after(std::int64_t ms, std::function<void()> call) override {
    scheduler_.after(std::max<std::int64_t>(ms, 1), life_.lock(), std::move(call));
  }

 private:
  Scheduler& scheduler_;
  std::weak_ptr<const bool> life_;
};

class SimChance final : public Chance {
 public:
  explicit SimChance(Dice dice) : dice_(dice) {}
  void fill(std::span<std::uint8_t> bytes) override { dice_.fill(bytes); }

 private:
  Dice dice_;
};

// What a device lends its tabs.
struct TabSurroundings {
  StoreSurroundings& store;
  TurnQueue& turns;
  SimNetwork& network;
  Line& line;
  const Clock& clock;
  History& history;
};

class Tab {
 public:
  Tab(TabSurroundings surroundings, Dice dice, std::function<void(Tab*)> die);

  void open();
  bool is_open() const { return open_; }
  // Saves a change of a kind that the dice choose; false when there is nothing to change yet.
  void save_something(Dice& dice);
  void share(PersonId viewer, wire::Facet facet, wire::ShareLevel level);
  void sync(client::SyncReason reason) { engine_.sync(reason); }
  const client::SyncEngine& engine() const { return engine_; }
  SimStore& store() { return store_; }

 private:
  void append(Dice& dice);
  void fact(Dice& dice);
  void preference(Dice& dice);
  void share(Dice& dice);
  void spend(Dice& dice);
  void take_back(Dice& dice);
  void save(Change change, std::uint64_t marker);

  TabSurroundings around_;
  Life life_ = std::make_shared<const bool>(true);
  SimStore store_;
  SimTurns turns_;
  SimTransport transport_;
  SimTimer timer_;
  SimChance chance_;
  client::SyncEngine engine_;
  bool open_ = false;
};

}  // namespace alongside::simulation
