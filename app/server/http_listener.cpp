#include "app/server/http_listener.hpp"

#include "app/server/http_session.hpp"
#include "app/server/log.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;
using asio::ip::tcp;

HttpListener::HttpListener(asio::io_context& loop, HttpShared& shared)
    : loop_(loop), acceptor_(loop), shared_(shared) {}

HttpListener::~HttpListener() = default;

Result<void> HttpListener::open(const ListenAddress& address) {
  boost::system::error_code error;
  const tcp::endpoint endpoint(asio::ip::make_address(address.address, error), address.port);
  if (!error) acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return {};
  return Error{ErrorCode::Unavailable, "cannot listen on " + address.address + ":" + std::to_string(address.port) +
                                           ": " + error.message() +
                                           ". Is another program using this port? "
                                           "Choose another with --listen."};
}

std::uint16_t HttpListener::port() const {
  boost::system::error_code ignored;
  return acceptor_.local_endpoint(ignored).port();
}

void HttpListener::start() { asio::co_spawn(loop_, accept_all(), asio::detached); }

asio::awaitable<void> HttpListener::accept_all() {
  while (!shared_.stopping) {
    auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
    if (error == asio::error::operation_aborted) break;
    if (error) {
      // Out of file handles, most likely: wait for some connections to end.
      shared_.log.write(LogLevel::Warning, "accept_failed", {{"detail", std::string_view(error.message())}});
      asio::steady_timer pause(loop_, std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
      continue;
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto session = std::make_shared<HttpSession>(std::move(socket), shared_);
    sessions_.insert(session.get());
    asio::co_spawn(loop_, run(std::move(session)), asio::detached);
  }
}

asio::awaitable<void> HttpListener::run(std::shared_ptr<HttpSession> session) {
  try {
    if (sessions_.size() > shared_.limits.connections) {
      co_await session->refuse_busy();
    } else {
      co_await session->run();
    }
  } catch (const std::exception& exception) {
    shared_.log.write(LogLevel::Failure, "connection_failed", {{"detail", std::string_view(exception.what())}});
  }
  sessions_.erase(session.get());
  if (sessions_.empty() && drained_) std::exchange(drained_, nullptr)();
}

void HttpListener::stop(std::function<void()> drained) {
  shared_.stopping = true;
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  if (sessions_.empty()) {
    drained();
    return;
  }
  drained_ = std::move(drained);
  for (HttpSession* session : sessions_) session->stop();
}

}  // namespace alongside::server
