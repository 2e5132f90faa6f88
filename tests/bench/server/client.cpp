#include "tests/bench/server/client.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <charconv>

namespace alongside::bench {

namespace asio = boost::asio;

namespace {

constexpr auto as_value = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_size = 64 * 1024;

std::string_view header_in(std::string_view head, std::string_view name) {
  for (std::size_t line = head.find("\r\n"); line != head.npos && line + 2 < head.size();
       line = head.find("\r\n", line + 2)) {
    const std::string_view rest = head.substr(line + 2);
    if (rest.size() <= name.size() || rest[name.size()] != ':') continue;
    const bool same =
        std::equal(name.begin(), name.end(), rest.begin(), [](char a, char b) { return a == b || a == (b | 0x20); });
    if (same) return rest.substr(name.size() + 2, rest.find("\r\n") - name.size() - 2);
  }
  return {};
}

std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

asio::awaitable<bool> Client::connect() {
  boost::system::error_code ignored;
  socket_.close(ignored);
  buffer_.clear();
  const asio::ip::tcp::endpoint server(asio::ip::address_v4::loopback(), port_);
  auto [error] = co_await socket_.async_connect(server, as_value);
  open_ = !error;
  if (open_) socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  co_return open_;
}

asio::awaitable<bool> Client::read_more() {
  const std::size_t before = buffer_.size();
  buffer_.resize(before + read_size);
  auto [error, read] = co_await socket_.async_read_some(asio::buffer(buffer_.data() + before, read_size), as_value);
  buffer_.resize(before + (error ? 0 : read));
  co_return !error && read > 0;
}

asio::awaitable<ClientReply> Client::try_once(std::string_view request, KeepBody keep) {
  ClientReply reply;
  auto [error, written] = co_await asio::async_write(socket_, asio::buffer(request), as_value);
  if (error) co_return reply;
  std::size_t end = buffer_.npos;
  while ((end = buffer_.find("\r\n\r\n")) == buffer_.npos) {
    if (!co_await read_more()) co_return reply;
  }
  const std::string head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  const std::size_t length = number_in(header_in(head, "content-length"));
  while (reply.received < length) {
    if (buffer_.empty() && !co_await read_more()) co_return ClientReply{};
    const std::size_t part = std::min(length - reply.received, buffer_.size());
    if (keep == KeepBody::Yes) reply.body.append(buffer_, 0, part);
    buffer_.erase(0, part);
    reply.received += part;
  }
  const std::string_view set = header_in(head, "set-cookie");
  reply.cookie = set.substr(0, set.find(';'));
  open_ = header_in(head, "connection") != "close";
  reply.status = static_cast<int>(number_in(std::string_view(head).substr(9, 3)));
  co_return reply;
}

asio::awaitable<ClientReply> Client::ask(std::string_view request, KeepBody keep) {
  // A connection that the server gave up meanwhile is noticed by the first request on it; each change has an id of its
  // own, so that one which had arrived all the same is not made twice.
  for (int tries = 0; tries < 2; ++tries) {
    if (!open_ && !co_await connect()) continue;
    ClientReply reply = co_await try_once(request, keep);
    if (reply.status != 0) co_return reply;
    open_ = false;
  }
  co_return ClientReply{};
}

}  // namespace alongside::bench
