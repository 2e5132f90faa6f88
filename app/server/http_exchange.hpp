// HttpExchange: one request and what is known of it so far: its bytes, what the guard said, what
// the site plans, and the line in the log. No sockets; HttpSession moves the bytes.
#pragma once

#include "app/server/body_encoding.hpp"
#include "app/server/guard.hpp"
#include "app/server/metrics/metrics.hpp"
#include "app/server/site.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

class Log;

class HttpExchange {
 public:
  explicit HttpExchange(std::uint64_t number);

  // Moves a whole head out of `buffer`. False when more bytes are needed, or when `refusal` says
  // that no bytes could make it good.
  bool take_head(std::string& buffer);
  // Parses the head and asks the guard: fills `accepted` and `request`, or `refusal`.
  void check(const CouncilConfig& config, OwnOrigins own_origins);
  // Before a body is read: why nobody will look at it, if so.
  std::optional<Response> turn_away(const Site& site);
  // Once time has passed: whoever sent it may have been signed out meanwhile.
  void forget_visitor() { caller_.visitor.reset(); }
  Response answer(const Site& site);
  // After the answer was sent.
  void log(Log& log, const Response& response, std::size_t bytes_written) const;
  AnsweredRequest answered(const Response& response) const;

  std::string id;  // in the reply and in the log
  std::optional<Refusal> refusal;
  Accepted accepted;
  Request request;
  Plan plan;
  EncodingWish encoding;
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();

 private:
  void examine(const RequestHead& parsed, const CouncilConfig& config, OwnOrigins own_origins);
  // `act`, with whatever it throws made into an answer.
  Response guarded(const std::function<Response()>& act) const;

  std::string head_;
  Caller caller_;
  std::string_view method_name_ = "-";
};

}  // namespace alongside::server
