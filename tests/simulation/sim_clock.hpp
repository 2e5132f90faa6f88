// SimClock: a wall clock in the simulated world, which can be set wrong. Every device has its own,
// and so has the council.
#pragma once

#include "app/base/clock.hpp"
#include "app/base/uk_time.hpp"
#include "tests/simulation/scheduler.hpp"

namespace alongside::simulation {

inline constexpr std::int64_t year_ms = 365LL * 86'400'000;

class SimClock final : public Clock {
 public:
  explicit SimClock(const Scheduler& scheduler) : scheduler_(scheduler) {}

  std::int64_t now_ms() const override { return begin_ms + scheduler_.now_ms() + wrong_by_ms_; }
  Date today() const override { return uk_day(now_ms()); }
  void jump(std::int64_t ms) { wrong_by_ms_ += ms; }

 private:
  static constexpr std::int64_t begin_ms = 1'795'338'000'000;  // 2026-11-22T09:00Z, a Sunday

  const Scheduler& scheduler_;
  std::int64_t wrong_by_ms_ = 0;
};

}  // namespace alongside::simulation
