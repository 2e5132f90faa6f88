#include "app/base/system_clock.hpp"
#include "app/base/uk_time.hpp"

#include <ctime>

namespace alongside {

std::int64_t SystemClock::now_ms() const {
  std::timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

Date SystemClock::today() const { return uk_day(now_ms()); }

}  // namespace alongside
