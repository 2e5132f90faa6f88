#include "app/server/http_metrics_listener.hpp"

#include "app/server/metrics/metrics.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::server {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t most_metrics_head = 8 * 1024;
constexpr auto metrics_patience = std::chrono::seconds(5);

std::string metrics_reply(std::string_view status, std::string_view body) {
  return "HTTP/1.1 " + std::string(status) +
         "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nX-Content-Type-Options: nosniff"
         "\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

bool asks_for_metrics(std::string_view head) {
  return head.starts_with("GET /metrics HTTP/1.") || head.starts_with("GET /metrics?");
}

}  // namespace

MetricsListener::MetricsListener(asio::io_context& loop, Metrics& metrics)
    : loop_(loop), acceptor_(loop), metrics_(metrics) {}

Result<void> MetricsListener::open(const ListenAddress& address) {
  boost::system::error_code error;
  const tcp::endpoint endpoint(asio::ip::make_address(address.address, error), address.port);
  if (!error) acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return {};
  return Error{ErrorCode::Unavailable, "cannot listen for metrics on " + address.address + ":" +
                                           std::to_string(address.port) + ": " + error.message() +
                                           ". Write another port as \"metrics\" in the configuration."};
}

std::uint16_t MetricsListener::port() const {
  boost::system::error_code ignored;
  return acceptor_.local_endpoint(ignored).port();
}

void MetricsListener::start() { asio::co_spawn(loop_, accept_all(), asio::detached); }

void MetricsListener::stop() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
}

asio::awaitable<void> MetricsListener::accept_all() {
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(as_result);
    if (error == asio::error::operation_aborted) break;
    if (error) {  // out of file handles, most likely
      asio::steady_timer pause(loop_, std::chrono::seconds(1));
      co_await pause.async_wait(as_result);
    } else if (open_ < most_connections) {
      asio::co_spawn(loop_, answer(std::make_shared<tcp::socket>(std::move(socket))), asio::detached);
    }
  }
}

asio::awaitable<void> MetricsListener::answer(std::shared_ptr<tcp::socket> socket) {
  ++open_;
  asio::steady_timer timer(loop_);
  timer.expires_after(metrics_patience);
  timer.async_wait([socket](boost::system::error_code stopped) {
    boost::system::error_code ignored;
    if (!stopped) socket->cancel(ignored);
  });
  std::string head;
  const auto [error, size] =
      co_await asio::async_read_until(*socket, asio::dynamic_buffer(head, most_metrics_head), "\r\n\r\n", as_result);
  if (!error) {
    const std::string answer = asks_for_metrics(head) ? metrics_reply("200 OK", metrics_.text())
                                                      : metrics_reply("404 Not Found", "GET /metrics\n");
    co_await asio::async_write(*socket, asio::buffer(answer), as_result);
  }
  timer.cancel();
  --open_;
}

}  // namespace alongside::server
