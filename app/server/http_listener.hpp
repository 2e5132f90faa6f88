// HttpListener: waits for connections and gives each to an HttpSession; knows which are open, so
// that a stop can let them finish. Made by serve on its one event loop.
#pragma once

#include "app/base/result.hpp"
#include "app/server/http_limits.hpp"
#include "app/server/listen_address.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <set>

namespace alongside::server {

class HttpSession;

class HttpListener {
 public:
  HttpListener(boost::asio::io_context& loop, HttpShared& shared);
  ~HttpListener();

  Result<void> open(const ListenAddress& address);
  std::uint16_t port() const;
  std::size_t connections() const { return sessions_.size(); }  // the one the system chose, when 0 was asked for
  void start();
  // No new connections; idle ones are closed, busy ones after their answer. Then `drained`.
  void stop(std::function<void()> drained);

 private:
  boost::asio::awaitable<void> accept_all();
  boost::asio::awaitable<void> run(std::shared_ptr<HttpSession> session);

  boost::asio::io_context& loop_;
  boost::asio::ip::tcp::acceptor acceptor_;
  HttpShared& shared_;
  std::set<HttpSession*> sessions_;
  std::function<void()> drained_;
};

}  // namespace alongside::server
