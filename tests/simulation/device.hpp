// Device: one person's browser: its storage and clock, which outlive everything, its line to the
// council, and its tabs, which do not. Whatever dies is opened again after a while, as people do.
// Owned by the world.
#pragma once

#include "tests/simulation/sim_clock.hpp"
#include "tests/simulation/tab.hpp"

#include <memory>
#include <vector>

namespace alongside::simulation {

// What the world lends its devices.
struct DeviceSurroundings {
  Scheduler& scheduler;
  FaultCounts& counts;
  ArmedFaults& armed;
  SimNetwork& network;
  History& history;
};

class Device {
 public:
  Device(DeviceSurroundings surroundings, PersonId person, Dice dice);
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  void plant(StoreBug bug);  // before the first tab
  void open_tab();
  void close_tab();                   // one of them, without a goodbye
  void put_away() { tabs_.clear(); }  // every page is closed, until one is opened
  void cut_power();
  void jump_clock();
  Profile profile() const;           // as it lies on the disk
  void go_on_with(Profile profile);  // the browser is closed, and finds this when it is opened again
  void keep_copy() { copy_ = profile(); }
  const Profile& copy() const { return copy_; }
  std::map<OperationId, client::SentState> outbox() const;
  // Two tabs change something in the same moment; false when there are not two that can.
  bool both_at_once();
  // Everything is closed and one page opened again: from here on what the screen shows is on the disk.
  void begin_afresh();
  // A page that found its store gone goes on in memory until it is closed; the disk waits for the next.
  bool has_page_without_store() const;
  bool is_fresh() const { return fresh_; }
  void come_back();  // whatever was missing for calm: signed in, one tab at least

  // A tab that is ready to be used; null when there is none now.
  Tab* some_tab();
  const std::vector<std::unique_ptr<Tab>>& tabs() const { return tabs_; }
  const DeviceStorage& storage() const { return storage_; }
  DeviceStorage& storage() { return storage_; }
  const Line& line() const { return line_; }
  Dice& dice() { return dice_; }

 private:
  void kill(Tab* tab);
  void hint(const client::Store* from);
  void signed_out();

  DeviceSurroundings around_;
  Dice dice_;
  SimClock clock_;
  DeviceStorage storage_;
  Profile copy_;  // from an earlier day
  TurnQueue turns_;
  Line line_;
  StoreSurroundings store_surroundings_;
  std::vector<std::unique_ptr<Tab>> tabs_;
  bool fresh_ = false;
};

}  // namespace alongside::simulation
