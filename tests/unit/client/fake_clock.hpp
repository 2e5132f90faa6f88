// FakeClock: a day that never ends, for tests.
#pragma once

#include "app/base/clock.hpp"

namespace alongside::client {

class FakeClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return 1'795'348'800'000; }
  Date today() const override { return Date(20'779); }  // 2026-11-22
};

}  // namespace alongside::client
