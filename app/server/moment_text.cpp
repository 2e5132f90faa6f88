#include "app/server/moment_text.hpp"

#include "app/base/date.hpp"

#include <cstdio>

namespace alongside::server {

std::string moment_text(std::int64_t at_ms) {
  constexpr std::int64_t day_ms = 86'400'000;
  const std::int64_t seconds = at_ms % day_ms / 1000;
  char time[16];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600 % 24),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return Date(static_cast<std::int32_t>(at_ms / day_ms)).iso() + time;
}

}  // namespace alongside::server
