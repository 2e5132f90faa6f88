// Scheduler: the one virtual clock and everything that is still to happen, in order of time and,
// within a millisecond, of asking. A call belongs to a Life: when that has ended (a tab was
// killed), the call is dropped. Owned by the world; single-threaded, so a run is replayable.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <queue>
#include <vector>

namespace alongside::simulation {

using Life = std::shared_ptr<const bool>;  // ends when its owner lets it go

class Scheduler {
 public:
  std::int64_t now_ms() const { return now_ms_; }

  void after(std::int64_t ms, std::function<void()> call);
  void after(std::int64_t ms, const Life& life, std::function<void()> call);

  // Runs the next call; false when there is none before `until_ms`.
  bool step(std::int64_t until_ms);
  void run_until(std::int64_t until_ms);
  // Only the scheduler's own steps, so that two runs can be compared.
  std::uint64_t steps() const { return steps_; }

 private:
  struct Event {
    std::int64_t at_ms;
    std::uint64_t number;
    std::function<void()> call;
    bool operator>(const Event& other) const {
      return at_ms != other.at_ms ? at_ms > other.at_ms : number > other.number;
    }
  };

  std::int64_t now_ms_ = 0;
  std::uint64_t asked_ = 0;
  std::uint64_t steps_ = 0;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
};

}  // namespace alongside::simulation
