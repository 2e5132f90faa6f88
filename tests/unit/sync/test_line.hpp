// TestLine: a tab's line to SmallCouncil, on which a test makes requests fail, replies get lost, and
// replies come late.
#pragma once

#include "tests/unit/sync/small_council.hpp"

#include "app/client/sync/sync_world.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace alongside::client {

class TestLine final : public SyncTransport {
 public:
  TestLine(Timer& timer, SmallCouncil& council) : timer_(timer), council_(council) {}

  enum class Way : std::uint8_t {
    Good,
    NotReached,
    ReplyLost,   // done, and Offline is the answer
    ReplyNever,  // done, and there is no answer at all, until late() brings it
    CutOff,      // the reply ends in the middle
  };
  std::deque<Way> pushes;  // of the next ones; then Good
  std::deque<Way> feeds;
  std::optional<ErrorCode> refuses;       // everything
  std::optional<ErrorCode> refuses_push;  // pushes only
  std::function<void(Bytes& page)> spoil_page;
  std::function<void(Bytes& reply)> spoil_reply;  // to a push
  std::function<void()> before_reply;             // of a push, when the council has done it
  int requests = 0;
  std::vector<Bytes> letters;
  std::deque<ErrorCode> letter_errors;
  std::vector<std::function<void()>> kept_back;

  void late() {
    for (const auto& answer : std::exchange(kept_back, {})) answer();
  }

  void push(Bytes frame, Reply reply) override {
    send(pushes, std::move(reply), [this, frame = std::move(frame)]() -> Result<Bytes> {
      if (refuses_push) return Error{*refuses_push, {}};
      auto answer = council_.push(frame);
      if (before_reply) std::exchange(before_reply, nullptr)();
      if (answer && spoil_reply) spoil_reply(answer.value());
      return answer;
    });
  }
  void feed(std::uint64_t since, Reply reply) override {
    send(feeds, std::move(reply), [this, since]() -> Result<Bytes> {
      auto page = council_.feed(since);
      if (page && spoil_page) spoil_page(page.value());
      return page;
    });
  }
  void letter(std::string_view, Bytes frame, Reply reply) override {
    ++requests;
    if (letter_errors.empty()) {
      letters.push_back(std::move(frame));
      timer_.after(5, [reply = std::move(reply)] { reply(Bytes{}); });
      return;
    }
    const ErrorCode code = letter_errors.front();
    letter_errors.pop_front();
    timer_.after(5, [reply = std::move(reply), code] { reply(Error{code, {}}); });
  }

 private:
  void send(std::deque<Way>& ways, Reply reply, std::function<Result<Bytes>()> arrive) {
    ++requests;
    Way way = Way::Good;
    if (!ways.empty()) {
      way = ways.front();
      ways.pop_front();
    }
    timer_.after(5, [this, way, reply = std::move(reply), arrive = std::move(arrive)] {
      if (way == Way::NotReached) return reply(Error{ErrorCode::Offline, {}});
      Result<Bytes> answer = refuses ? Result<Bytes>(Error{*refuses, {}}) : arrive();
      if (way == Way::ReplyLost) return reply(Error{ErrorCode::Offline, {}});
      if (way == Way::CutOff && answer) answer.value().resize(answer.value().size() / 2);
      if (way == Way::ReplyNever) return kept_back.push_back([reply, answer] { reply(answer); });
      timer_.after(5, [reply, answer] { reply(answer); });
    });
  }

  Timer& timer_;
  SmallCouncil& council_;
};

}  // namespace alongside::client
