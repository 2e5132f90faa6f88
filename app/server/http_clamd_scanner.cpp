#include "app/server/http_clamd_scanner.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;
using asio::local::stream_protocol;

namespace {

using namespace std::string_view_literals;

constexpr auto as_outcome = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t most_reply_bytes = 512;

using Length = std::array<std::uint8_t, 4>;

// clamd(8), INSTREAM: the length in network order before each piece; one of no length ends the file.
Length length_of(std::size_t size) {
  return {static_cast<std::uint8_t>(size >> 24), static_cast<std::uint8_t>(size >> 16),
          static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
}

Error no_answer(const boost::system::error_code& error) {
  return {ErrorCode::Unavailable, "the scanner does not answer: " + error.message()};
}

// "stream: OK", "stream: NAME FOUND", or what went wrong, which ends with ERROR.
Result<ScanVerdict> verdict_in(std::string_view reply) {
  while (!reply.empty() && (reply.back() == '\0' || reply.back() == '\n')) reply.remove_suffix(1);
  if (reply == "stream: OK") return ScanVerdict::Clean;
  if (reply.starts_with("stream: ") && reply.ends_with(" FOUND")) return ScanVerdict::Harmful;
  return Error{ErrorCode::Unavailable, "the scanner gave no verdict"};
}

}  // namespace

void ClamdScanner::scan(Bytes file, Done done) {
  asio::co_spawn(
      loop_,
      [this, file = std::move(file), done = std::move(done)]() mutable -> asio::awaitable<void> {
        auto verdict = co_await ask(std::move(file));
        done(std::move(verdict));
      },
      asio::detached);
}

asio::awaitable<Result<ScanVerdict>> ClamdScanner::ask(Bytes file) {
  const auto socket = std::make_shared<stream_protocol::socket>(loop_);
  asio::steady_timer timer(loop_, patience);
  timer.async_wait([socket](boost::system::error_code stopped) {
    boost::system::error_code ignored;
    if (!stopped) socket->close(ignored);
  });
  const auto [refused] = co_await socket->async_connect(stream_protocol::endpoint(socket_path_), as_outcome);
  if (refused) co_return no_answer(refused);
  const Length length = length_of(file.size());
  const Length end = length_of(0);
  const std::array<asio::const_buffer, 4> parts = {asio::buffer("zINSTREAM\0"sv), asio::buffer(length),
                                                   asio::buffer(file), asio::buffer(end)};
  // Of a file that is larger than it takes, clamd says so and closes before all is sent: what it said counts.
  co_await asio::async_write(*socket, parts, as_outcome);
  std::string reply;
  const auto [broken, size] =
      co_await asio::async_read_until(*socket, asio::dynamic_buffer(reply, most_reply_bytes), '\0', as_outcome);
  timer.cancel();
  if (broken && reply.empty()) co_return no_answer(broken);
  co_return verdict_in(reply);
}

}  // namespace alongside::server
