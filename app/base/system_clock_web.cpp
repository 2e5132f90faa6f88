#include "app/base/system_clock.hpp"
#include "app/base/uk_time.hpp"

#include <emscripten/html5.h>

namespace alongside {

std::int64_t SystemClock::now_ms() const { return static_cast<std::int64_t>(emscripten_date_now()); }

Date SystemClock::today() const { return uk_day(now_ms()); }

}  // namespace alongside
