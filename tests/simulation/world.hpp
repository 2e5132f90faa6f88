// World: one whole run from one seed: a family's people with their devices and tabs, the network and
// the council, all on one virtual clock. It makes things go wrong until enough did, lets the world
// come to rest, and then checks. The same seed gives the same run, to the byte.
#pragma once

#include "tests/simulation/device.hpp"
#include "tests/simulation/planted_bug.hpp"
#include "tests/simulation/sim_server.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alongside::simulation {

struct RunSettings {
  std::uint64_t seed = 1;
  std::uint32_t operations = 200;
  std::uint32_t faults = 20;
  Bug bug = Bug::None;
  bool trace = false;
  bool restores = false;  // the council may go back to an older copy of itself
  FaultSet without{};     // these kinds of fault do not happen
};

struct RunResult {
  std::uint64_t operations = 0;
  std::uint64_t acknowledged = 0;
  std::array<std::uint64_t, 3> outcomes{};  // at the council: applied, refused, in conflict
  std::uint32_t rounds = 0;                 // until all were equal, after the faults had stopped
  std::uint64_t digest = 0;
  FaultCounts counts;
  std::vector<std::string> violations;
};

inline constexpr std::string_view too_little_happened = "the run ended before enough happened";

class World {
 public:
  World(const RunSettings& settings, SimVfs& vfs, const ServerImage& image);
  RunResult run();

 private:
  void open_devices();
  Device& add_device(PersonId person);
  void make_trouble();
  void act();
  void go_wrong();
  void go_back();
  void happen(Fault fault, Device& device);
  void clone(const Device& device);
  void lose_storage(Fault fault, Device& device, Profile left);
  std::function<bool()> take_back_from(PersonId viewer);
  bool enough() const;
  void come_to_rest();
  void check();

  RunSettings settings_;
  Dice dice_;
  FaultCounts counts_;
  ArmedFaults armed_;
  Digest digest_;
  Scheduler scheduler_;
  History history_;
  SimServer server_;
  std::unique_ptr<CouncilLink> spoiled_;  // with a planted bug between network and server
  SimNetwork network_;
  std::vector<std::unique_ptr<Device>> devices_;
  RunResult result_;
};

}  // namespace alongside::simulation
