// HeldClock: the machine's clock, whose day can be held still, so that a demonstration or a test of
// things with dates shows the same next year. Owned by Application; `--today` holds it.
#pragma once

#include "app/base/system_clock.hpp"

#include <optional>

namespace alongside::server {

class HeldClock final : public Clock {
 public:
  void hold(Date day) { held_ = day; }

  std::int64_t now_ms() const override { return clock_.now_ms(); }
  Date today() const override { return held_.value_or(clock_.today()); }

 private:
  SystemClock clock_;
  std::optional<Date> held_;
};

}  // namespace alongside::server
