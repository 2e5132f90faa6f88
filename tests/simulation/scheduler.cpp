#include "tests/simulation/scheduler.hpp"

#include <algorithm>
#include <utility>

namespace alongside::simulation {

void Scheduler::after(std::int64_t ms, std::function<void()> call) {
  events_.push({now_ms_ + std::max<std::int64_t>(ms, 0), asked_++, std::move(call)});
}

void Scheduler::after(std::int64_t ms, const Life& life, std::function<void()> call) {
  after(ms, [watched = std::weak_ptr<const bool>(life), call = std::move(call)] {
    if (const auto alive = watched.lock()) call();
  });
}

bool Scheduler::step(std::int64_t until_ms) {
  if (events_.empty() || events_.top().at_ms > until_ms) return false;
  // The queue gives its top out as const; it is taken away in the next line.
  Event event = std::move(const_cast<Event&>(events_.top()));
  events_.pop();
  now_ms_ = std::max(now_ms_, event.at_ms);
  ++steps_;
  event.call();
  return true;
}

void Scheduler::run_until(std::int64_t until_ms) {
  while (step(until_ms)) {
  }
  now_ms_ = std::max(now_ms_, until_ms);
}

}  // namespace alongside::simulation
