// HttpSession: one connection, from accept to close: reads a head within its limits, has it
// checked, asks the site, writes the answer, and again. Kept alive by its own coroutine;
// HttpListener keeps a list for stopping.
#pragma once

#include "app/server/http_exchange.hpp"
#include "app/server/http_limits.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace alongside::server {

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket socket, HttpShared& shared);

  boost::asio::awaitable<void> run();
  boost::asio::awaitable<void> refuse_busy();  // 503, when there are too many connections
  void stop();                                 // now if nothing is under way, else after the answer

 private:
  using Time = std::chrono::steady_clock::time_point;
  enum class After : std::uint8_t { Continue, Close };

  boost::asio::awaitable<After> answer_one(int served);
  boost::asio::awaitable<bool> read_head(HttpExchange& exchange, int served);
  boost::asio::awaitable<bool> read_body(HttpExchange& exchange);
  boost::asio::awaitable<bool> read_some(Time deadline);
  boost::asio::awaitable<bool> write(std::string_view head, std::string_view body, Time deadline);
  boost::asio::awaitable<After> serve(HttpExchange& exchange);
  boost::asio::awaitable<Response> answer_later(HttpExchange& exchange, LaterAnswer later);
  boost::asio::awaitable<After> refuse(HttpExchange& exchange, const Refusal& refusal);
  boost::asio::awaitable<After> send(HttpExchange& exchange, Response response);
  boost::asio::awaitable<void> close_politely();
  void cancel_at(Time deadline);

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  HttpShared& shared_;
  std::string buffer_;  // what was received and not used yet
  bool idle_ = true;
};

}  // namespace alongside::server
