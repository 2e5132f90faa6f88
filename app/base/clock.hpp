// Clock: where "now" comes from, so that tests can hold it still. One implementation a platform,
// made in main; passed to whatever needs the time.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>

namespace alongside {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now_ms() const = 0;  // milliseconds since 1970-01-01T00:00Z
  virtual Date today() const = 0;           // the day in the United Kingdom
};

}  // namespace alongside
