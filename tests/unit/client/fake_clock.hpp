// FakeClock: a day that passes only as a test says.
#pragma once

#include "app/base/clock.hpp"

namespace alongside::client {

class FakeClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return now; }
  Date today() const override { return Date(20'779); }  // 2026-11-22

  std::int64_t now = 1'795'348'800'000;  // noon
};

}  // namespace alongside::client
