#include "app/client/session/expiry_watch.hpp"

#include <algorithm>

namespace alongside::client {
namespace {

// Browsers' timers count to 2^31 ms; a longer wait goes in pieces.
constexpr std::int64_t longest_wait_ms = std::int64_t{1} << 30;
// Asked a little after the end, so that the council's answer is sure.
constexpr std::int64_t margin_ms = 2'000;

}  // namespace

void ExpiryWatch::begin(const wire::SessionInfo& session) {
  told_ms_ = clock_.now_ms();
  ends_ms_ = session.expires_ms > session.now_ms ? told_ms_ + (session.expires_ms - session.now_ms) : 0;
  wait();
}

void ExpiryWatch::stop() {
  ++round_;
  ends_ms_ = 0;
}

bool ExpiryWatch::soon() const { return ends_ms_ != 0 && clock_.now_ms() >= ends_ms_ - warning_ms; }

bool ExpiryWatch::over() const { return ends_ms_ != 0 && clock_.now_ms() >= ends_ms_ + margin_ms; }

void ExpiryWatch::wait() {
  const std::uint64_t round = ++round_;
  if (ends_ms_ == 0 || over()) return;
  const std::int64_t due = soon() ? ends_ms_ + margin_ms : ends_ms_ - warning_ms;
  const std::int64_t ms = std::clamp<std::int64_t>(due - clock_.now_ms(), 0, longest_wait_ms);
  timer_.after(ms, [this, round, due] {
    if (round != round_) return;
    wait();
    if (clock_.now_ms() >= due) due_();
  });
}

}  // namespace alongside::client
