#include "app/client/sync/chance_web.hpp"

#include "app/client/browser_imports.hpp"

#include <algorithm>

namespace alongside::client {

// A browser gives at most 65,536 bytes at a time.
void ChanceWeb::fill(std::span<std::uint8_t> bytes) {
  constexpr std::size_t most_at_once = 65536;
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.size(), most_at_once);
    alongside_js_random(bytes.data(), size);
    bytes = bytes.subspan(size);
  }
}

}  // namespace alongside::client
