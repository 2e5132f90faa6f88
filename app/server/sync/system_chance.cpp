#include "app/server/sync/system_chance.hpp"

#include <sys/random.h>
#include <cerrno>
#include <cstdlib>

namespace alongside::server {

void SystemChance::fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    // Without chance nothing here is safe, and no caller could do better than stop.
    if (got < 0) std::abort();
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace alongside::server
