// The United Kingdom's clock: which day it is there, summer time included. Used by every Clock,
// so that the same moment is the same day in the browser, on the server and in tests.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>

namespace alongside {

// Minutes to add to UTC at this moment: 60 from the last Sunday of March, 01:00 UTC, to the last
// Sunday of October, 01:00 UTC; else 0.
std::int32_t uk_offset_minutes(std::int64_t now_ms);

// The day in the United Kingdom at this moment.
Date uk_day(std::int64_t now_ms);

}  // namespace alongside
