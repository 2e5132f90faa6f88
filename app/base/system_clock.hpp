// SystemClock: the machine's own clock. Made once in main and passed on as a Clock. The two
// sibling files, system_clock_native.cpp and system_clock_web.cpp, say where the time comes from.
#pragma once

#include "app/base/clock.hpp"

namespace alongside {

class SystemClock final : public Clock {
 public:
  std::int64_t now_ms() const override;
  Date today() const override;
};

}  // namespace alongside
