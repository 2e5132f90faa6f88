// Client: one connection of the load generator: sends a request, reads the whole answer. Connects when it is not
// connected: the server ends a connection after its hundredth answer. One thread; made by load.cpp.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside::bench {

enum class KeepBody : bool { No, Yes };

struct ClientReply {
  int status = 0;            // 0: no answer
  std::string cookie{};      // that was set, without what stands after it
  std::string body{};        // when it was to be kept
  std::size_t received = 0;  // bytes of the body
};

class Client {
 public:
  Client(boost::asio::io_context& loop, std::uint16_t port) : socket_(loop), port_(port) {}

  boost::asio::awaitable<bool> connect();
  boost::asio::awaitable<ClientReply> ask(std::string_view request, KeepBody keep);

 private:
  boost::asio::awaitable<ClientReply> try_once(std::string_view request, KeepBody keep);
  boost::asio::awaitable<bool> read_more();

  boost::asio::ip::tcp::socket socket_;
  std::uint16_t port_;
  bool open_ = false;
  std::string buffer_;
};

}  // namespace alongside::bench
