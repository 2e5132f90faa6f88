// TimerWeb: the browser's timer, for waits between tries only. Owned by PlatformWeb.
#pragma once

#include "app/client/pending_web.hpp"
#include "app/client/sync/sync_world.hpp"

#include <cstdint>
#include <functional>

namespace alongside::client {

class TimerWeb final : public Timer {
 public:
  void after(std::int64_t ms, std::function<void()> call) override;
  void rang(std::uint32_t request) { pending_.take(request)(); }

 private:
  Pending<> pending_;
};

}  // namespace alongside::client
