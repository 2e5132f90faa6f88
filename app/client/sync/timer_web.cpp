#include "app/client/sync/timer_web.hpp"

#include "app/client/browser_imports.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

// A browser's timer counts in 31 bits, and rings at once above them.
constexpr std::int64_t most_ms = 0x7fffffff;

}  // namespace

void TimerWeb::after(std::int64_t ms, std::function<void()> call) {
  const std::uint32_t request = pending_.add(std::move(call));
  alongside_js_after(request, static_cast<std::uint32_t>(std::clamp<std::int64_t>(ms, 0, most_ms)));
}

}  // namespace alongside::client
