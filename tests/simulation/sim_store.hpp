// SimStore: the Store of one tab: its device's storage, with everything a browser can do to it:
// no room, closed, a tab that dies between asking and being told, hints that are lost or late.
// Made by Tab; asks the world to kill its tab.
#pragma once

#include "app/base/ids.hpp"
#include "app/client/store/store.hpp"
#include "tests/simulation/device_storage.hpp"
#include "tests/simulation/scheduler.hpp"

#include <functional>
#include <string>

namespace alongside::simulation {

// What the tabs of a device share of their surroundings; belongs to the device.
struct StoreSurroundings {
  Scheduler& scheduler;
  FaultCounts& counts;
  ArmedFaults& armed;
  Dice& dice;
  DeviceStorage& storage;
  std::function<void(const client::Store* from)> committed;  // hints to the other tabs
  std::function<void()> cut_power;
};

class SimStore final : public client::Store {
 public:
  SimStore(StoreSurroundings& surroundings, const Life& life, std::function<void()> die)
      : around_(surroundings), life_(life), die_(std::move(die)) {}

  void open(std::string_view name, std::function<void(client::StoreFault)> done) override;
  void commit(client::Batch batch, std::function<void(client::Committed)> done) override;
  void read(client::Shelf shelf, std::function<void(client::ShelfContent)> done) override;
  void erase(std::function<void(client::StoreFault)> done) override;
  void watch(std::function<void()> changed) override { changed_ = std::move(changed); }

  // Another tab has committed.
  void hint();
  // Whether this change lies on the device's disk, looked up there and not asked of the engine.
  bool has_on_disk(OperationId change) const;

 private:
  // When the next thing asked of the disk is done.
  std::int64_t place_in_queue();
  DeviceDatabase& database() { return around_.storage.databases[name_]; }

  StoreSurroundings& around_;
  std::weak_ptr<const bool> life_;
  std::function<void()> die_;
  std::function<void()> changed_;
  std::string name_;
};

}  // namespace alongside::simulation
