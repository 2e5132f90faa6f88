// AdminListener: the running server's ear for the command line: a Unix socket that only the
// server's own user may open. Runs one verb at a time on the server's one thread.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <functional>
#include <string>

namespace alongside::server {

class Log;
class Verbs;
struct AdminReply;

class AdminListener {
 public:
  AdminListener(boost::asio::io_context& loop, const Verbs& verbs, Log& log, std::function<void()> after_verb);
  ~AdminListener();

  Result<void> open(const std::string& path);
  void start();
  void stop();  // and takes the socket file away

 private:
  using Socket = boost::asio::local::stream_protocol::socket;

  boost::asio::awaitable<void> accept_all();
  boost::asio::awaitable<void> answer(Socket accepted);
  AdminReply reply_to(const Bytes& body);

  boost::asio::io_context& loop_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
  const Verbs& verbs_;
  Log& log_;
  std::function<void()> after_verb_;
  std::string path_;
};

}  // namespace alongside::server
