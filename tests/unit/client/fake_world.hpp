// FakeWorld: turns, network, timer and chance of the sync engine, held still for the shell's tests.
// Timers run when the test says so, and what the engine asks of the council waits for an answer.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::client {

class FakeTimer final : public Timer {
 public:
  struct Waiting {
    std::int64_t ms;
    std::function<void()> call;
  };
  void after(std::int64_t ms, std::function<void()> call) override { waiting.push_back({ms, std::move(call)}); }
  // Runs what is due within `ms`, and what that starts anew without waiting.
  void run(std::int64_t ms = 0) {
    for (int round = 0; round < 100; ++round) {
      const auto due = std::find_if(waiting.begin(), waiting.end(), [ms](const Waiting& it) { return it.ms <= ms; });
      if (due == waiting.end()) return;
      const auto call = std::move(due->call);
      waiting.erase(due);
      call();
    }
  }
  std::vector<Waiting> waiting;
};

// Every turn is granted as soon as the timer runs: there is one tab.
class FakeTurns final : public Turns {
 public:
  explicit FakeTurns(Timer& timer) : timer_(timer) {}
  void take(std::string_view, std::function<void()> granted) override { timer_.after(0, std::move(granted)); }
  void end(std::string_view) override {}

 private:
  Timer& timer_;
};

class FakeTransport final : public SyncTransport {
 public:
  struct Asked {
    std::string what;  // "push", "feed", or a letter's path
    Bytes frame;
    Reply reply;
    std::uint64_t since = 0;  // of a feed
  };
  void push(Bytes frame, Reply reply) override { asked.push_back({"push", std::move(frame), std::move(reply)}); }
  void feed(std::uint64_t since, Reply reply) override { asked.push_back({"feed", {}, std::move(reply), since}); }
  void letter(std::string_view path, Bytes frame, Reply reply) override {
    asked.push_back({std::string(path), std::move(frame), std::move(reply)});
  }
  void answer(Result<Bytes> body) {
    const Reply reply = std::move(asked.front().reply);
    asked.erase(asked.begin());
    reply(std::move(body));
  }
  std::vector<Asked> asked;
};

class FakeChance final : public Chance {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(++last_);
  }

 private:
  unsigned last_ = 0;
};

}  // namespace alongside::client
