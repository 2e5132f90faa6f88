// SimServer: the council: the real database, access rules, documents and sync service on a simulated
// disk. Dies at any SQL step, loses what was not synced, and starts again a little later.
// Looks at every feed page that leaves it. Owned by the world.
#pragma once

#include "tests/simulation/council_link.hpp"
#include "tests/simulation/council_view.hpp"
#include "tests/simulation/history.hpp"
#include "tests/simulation/planted_bug.hpp"
#include "tests/simulation/scheduler.hpp"
#include "tests/simulation/sim_clock.hpp"
#include "tests/simulation/sim_disk.hpp"
#include "tests/simulation/sim_vfs.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace alongside::simulation {

using ServerImage = std::map<std::string, Bytes>;

// The files of a council that has the simulated family and nothing else yet.
Result<ServerImage> make_server_image(SimVfs& vfs);

// What lives as long as the process.
class ServerProcess;

struct ServerSurroundings {
  Scheduler& scheduler;
  FaultCounts& counts;
  History& history;
  SimVfs& vfs;
  Bug bug = Bug::None;
  bool trace = false;  // prints every push
};

class SimServer final : public CouncilLink {
 public:
  SimServer(ServerSurroundings surroundings, const ServerImage& image, Dice dice);
  SimServer(const SimServer&) = delete;
  SimServer& operator=(const SimServer&) = delete;
  ~SimServer() override;

  Result<Bytes> push(PersonId person, const Bytes& frame) override;
  void push_cut_off(PersonId person, const Bytes& beginning) override;
  Result<Bytes> feed(PersonId person, std::uint64_t since) override;
  void crash_soon() override;
  void disk_goes_wrong(Fault fault);
  void jump_clock();
  void back_up();  // a copy of the disk as it is
  void restore();  // what came after the copy is gone from the council
  void calm();     // the faults stop, and it runs

  Result<CouncilView> view();
  Result<CouncilView> shares();  // in the midst of a run: only they
  const std::vector<std::string>& violations() const { return violations_; }
  std::uint64_t digest() const;
  // For planted bugs only.
  server::Database* database();

 private:
  void start();
  void stop();  // as it does when it is killed, or when its disk failed
  void after_request();
  void look_at(PersonId person, std::uint64_t since, const Bytes& page);

  ServerSurroundings around_;
  Dice dice_;
  SimDisk disk_;
  SimClock clock_;
  ServerImage backup_;
  std::unique_ptr<ServerProcess> process_;  // null: it is down
  std::vector<std::string> violations_;
  bool calm_ = false;
};

}  // namespace alongside::simulation
