// ManualTimer: time that passes only when a test lets it. ManualClock shows it. SteadyChance: numbers
// that are never the same twice, and the same in every run.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace alongside::client {

class ManualTimer final : public Timer {
 public:
  void after(std::int64_t ms, std::function<void()> call) override {
    calls_.emplace(std::pair(now_ms_ + ms, ++made_), std::move(call));
  }
  // Everything that is due within this time, in order.
  void pass(std::int64_t ms) {
    const std::int64_t end = now_ms_ + ms;
    while (!calls_.empty() && calls_.begin()->first.first <= end) {
      auto next = calls_.extract(calls_.begin());
      now_ms_ = next.key().first;
      next.mapped()();
    }
    now_ms_ = end;
  }
  std::int64_t now_ms() const { return now_ms_; }

 private:
  std::map<std::pair<std::int64_t, std::uint64_t>, std::function<void()>> calls_;
  std::int64_t now_ms_ = 0;
  std::uint64_t made_ = 0;
};

class ManualClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return 1'795'348'800'000 + since_start_ms; }
  Date today() const override { return Date(20'779 + static_cast<std::int32_t>(since_start_ms / 86'400'000)); }
  std::int64_t since_start_ms = 0;
};

class SteadyChance final : public Chance {
 public:
  explicit SteadyChance(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) {
      state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
      byte = static_cast<std::uint8_t>(state_ >> 56);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace alongside::client
