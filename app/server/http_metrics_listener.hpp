// MetricsListener: answers GET /metrics for Prometheus, at an address of this machine alone, apart from what families
// reach. One answer a connection, a few at a time. Owned by the server's run.
#pragma once

#include "app/base/result.hpp"
#include "app/server/listen_address.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace alongside::server {

class Metrics;

class MetricsListener {
 public:
  MetricsListener(boost::asio::io_context& loop, Metrics& metrics);

  Result<void> open(const ListenAddress& address);
  std::uint16_t port() const;
  void start();
  void stop();

 private:
  static constexpr std::size_t most_connections = 8;

  boost::asio::awaitable<void> accept_all();
  boost::asio::awaitable<void> answer(std::shared_ptr<boost::asio::ip::tcp::socket> socket);

  boost::asio::io_context& loop_;
  boost::asio::ip::tcp::acceptor acceptor_;
  Metrics& metrics_;
  std::size_t open_ = 0;
};

}  // namespace alongside::server
