// SimTurns: one tab's view of its device's turns (Web Locks in a browser): who asks first goes
// first, and what a dead tab held goes to the next. Made by Tab; the queue belongs to the device.
#pragma once

#include "app/client/sync/sync_world.hpp"
#include "tests/simulation/scheduler.hpp"

#include <deque>
#include <functional>
#include <map>
#include <string>

namespace alongside::simulation {

class SimTurns;

struct TurnQueue {
  struct Waiting {
    SimTurns* tab;
    std::function<void()> granted;
  };
  std::map<std::string, std::deque<Waiting>> names;  // the first of each has the turn
  bool for_all = false;                              // a planted bug: nobody waits for anybody
};

class SimTurns final : public client::Turns {
 public:
  SimTurns(Scheduler& scheduler, TurnQueue& queue, const Life& life)
      : scheduler_(scheduler), queue_(queue), life_(life) {}
  SimTurns(const SimTurns&) = delete;
  SimTurns& operator=(const SimTurns&) = delete;
  ~SimTurns() override;

  void take(std::string_view name, std::function<void()> granted) override;
  void end(std::string_view name) override;

 private:
  void grant(const std::string& name);

  Scheduler& scheduler_;
  TurnQueue& queue_;
  Life life_;
};

}  // namespace alongside::simulation
