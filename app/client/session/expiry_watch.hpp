// ExpiryWatch: knows when the session will end, and wakes somebody a few minutes before. One timer,
// no polling. Times are the council's, carried over to this device's clock by the difference between
// the two: they decide what is said and never what is allowed. Owned by SessionService.
#pragma once

#include "app/base/clock.hpp"
#include "app/client/sync/sync_world.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>

namespace alongside::client {

class ExpiryWatch {
 public:
  static constexpr std::int64_t warning_ms = 5 * 60 * 1000;

  ExpiryWatch(Timer& timer, const Clock& clock, std::function<void()> due)
      : timer_(timer), clock_(clock), due_(std::move(due)) {}

  void begin(const wire::SessionInfo& session);
  void stop();
  // The council was spoken to: the session moved on, though we were not told how far.
  void used() { used_ms_ = clock_.now_ms(); }

  bool soon() const;  // the warning is due, or over-due
  bool over() const;  // by our reckoning the session has ended
  bool used_since_told() const { return used_ms_ > told_ms_; }
  std::int64_t ends_ms() const { return ends_ms_; }  // by this device's clock; 0: not known

 private:
  void wait();

  Timer& timer_;
  const Clock& clock_;
  std::function<void()> due_;
  std::int64_t told_ms_ = 0;
  std::int64_t used_ms_ = 0;
  std::int64_t ends_ms_ = 0;
  std::uint64_t round_ = 0;  // timers of earlier rounds do nothing
};

}  // namespace alongside::client
