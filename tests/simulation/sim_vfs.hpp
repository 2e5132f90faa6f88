// SimVfs: SQLite's way to a SimDisk: registered as the default VFS while it lives, so that the
// server's own Database opens its files there without knowing. Also tells the disk of every statement
// that begins, and gives SQLite its chance and time from the run's. One a process.
#pragma once

#include "tests/simulation/dice.hpp"

#include <memory>

namespace alongside::simulation {

class SimDisk;
struct SimVfsState;

class SimVfs {
 public:
  SimVfs();
  SimVfs(const SimVfs&) = delete;
  SimVfs& operator=(const SimVfs&) = delete;
  ~SimVfs();

  // From now on files are on this disk; no database may be open. The dice are SQLite's chance.
  void mount(SimDisk& disk, Dice dice);

 private:
  std::unique_ptr<SimVfsState> state_;
};

}  // namespace alongside::simulation
