#include "app/server/http_session.hpp"

#include "app/base/clock.hpp"
#include "app/server/reply.hpp"
#include "app/server/response_head.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;
using SteadyClock = std::chrono::steady_clock;

namespace {

// Errors as values: a connection that breaks is expected.
constexpr auto as_value = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_size = 16 * 1024;
constexpr std::size_t most_discarded = 1024 * 1024;

}  // namespace

HttpSession::HttpSession(asio::ip::tcp::socket socket, HttpShared& shared)
    : socket_(std::move(socket)), timer_(socket_.get_executor()), shared_(shared) {}

void HttpSession::stop() {
  boost::system::error_code ignored;
  if (idle_) socket_.close(ignored);
}

void HttpSession::cancel_at(Time deadline) {
  timer_.expires_at(deadline);
  timer_.async_wait([self = shared_from_this()](boost::system::error_code error) {
    // A wait that had fired before the next deadline was set must not cancel what is new.
    if (error || self->timer_.expiry() > SteadyClock::now()) return;
    boost::system::error_code ignored;
    self->socket_.cancel(ignored);
  });
}

asio::awaitable<bool> HttpSession::read_some(Time deadline) {
  cancel_at(deadline);
  const std::size_t before = buffer_.size();
  buffer_.resize(before + read_size);
  auto [error, read] = co_await socket_.async_read_some(asio::buffer(buffer_.data() + before, read_size), as_value);
  buffer_.resize(before + (error ? 0 : read));
  co_return !error && read > 0;
}

asio::awaitable<bool> HttpSession::write(std::string_view head, std::string_view body, Time deadline) {
  cancel_at(deadline);
  const std::array<asio::const_buffer, 2> parts = {asio::buffer(head), asio::buffer(body)};
  auto [error, written] = co_await asio::async_write(socket_, parts, as_value);
  co_return !error;
}

asio::awaitable<bool> HttpSession::read_head(HttpExchange& exchange, int served) {
  const HttpLimits& limits = shared_.limits;
  if (buffer_.empty()) {
    const auto patience = served == 0 ? limits.head : limits.idle;
    if (!co_await read_some(SteadyClock::now() + patience)) co_return false;
  }
  idle_ = false;
  exchange.started = SteadyClock::now();
  const Time deadline = exchange.started + limits.head;
  while (!exchange.take_head(buffer_) && !exchange.refusal) {
    if (co_await read_some(deadline)) continue;
    if (SteadyClock::now() < deadline) co_return false;  // the client went away
    exchange.refusal = Refusal{408, "slow_head", "The head of the request took too long."};
    break;
  }
  co_return true;
}

asio::awaitable<bool> HttpSession::read_body(HttpExchange& exchange) {
  const HttpLimits& limits = shared_.limits;
  const std::size_t length = exchange.accepted.content_length;
  if (exchange.accepted.expects_continue && buffer_.size() < length) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    if (!co_await write(go_on, {}, exchange.started + limits.head)) co_return false;
  }
  const auto by_rate = std::chrono::milliseconds(1000 * length / limits.least_bytes_per_second) + limits.body_grace;
  const Time deadline = std::min(exchange.started + limits.request, SteadyClock::now() + by_rate);
  if (buffer_.size() < length) exchange.forget_visitor();
  while (buffer_.size() < length) {
    if (co_await read_some(deadline)) continue;
    if (SteadyClock::now() < deadline) co_return false;
    exchange.refusal = Refusal{408, "slow_body", "The body took too long."};
    co_return true;
  }
  exchange.request.body.assign(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(length));
  buffer_.erase(0, length);
  co_return true;
}

asio::awaitable<HttpSession::After> HttpSession::send(HttpExchange& exchange, Response response) {
  settle_caching(response, exchange.encoding.if_none_match);
  encode_body(response, exchange.encoding);
  ReplyContext context;
  context.connection = shared_.stopping ? Connection::Close : exchange.accepted.connection;
  context.request_id = exchange.id;
  context.now_ms = shared_.clock.now_ms();
  const std::string head = response_head(response, context);
  const bool body_wanted = exchange.accepted.body_wanted == BodyWanted::Yes;
  const std::string_view body = body_wanted ? response.content() : std::string_view();
  // A slow line may take its time over a big file, but not for ever.
  const auto patience = std::chrono::seconds(30) + std::chrono::seconds(body.size() / 4096);
  const bool sent = co_await write(head, body, SteadyClock::now() + patience);
  exchange.log(shared_.log, response, body.size());
  if (shared_.metrics != nullptr) shared_.metrics->note(exchange.answered(response));
  const bool close = !sent || context.connection == Connection::Close;
  co_return close ? After::Close : After::Continue;
}

asio::awaitable<HttpSession::After> HttpSession::refuse(HttpExchange& exchange, const Refusal& refusal) {
  exchange.refusal = refusal;
  exchange.accepted.connection = Connection::Close;
  co_return co_await send(exchange, problem(exchange.request, refusal.status, refusal.code, refusal.detail));
}

asio::awaitable<HttpSession::After> HttpSession::serve(HttpExchange& exchange) {
  exchange.plan = shared_.site.plan(exchange.accepted);
  const std::size_t length = exchange.accepted.content_length;
  if (length > 0) {
    // Whoever may not do this learns nothing from its limit, and nobody will read their body.
    if (auto refused = exchange.turn_away(shared_.site)) {
      exchange.accepted.connection = Connection::Close;
      co_return co_await send(exchange, std::move(*refused));
    }
    if (exchange.plan.kind != Plan::Kind::Route) {
      exchange.accepted.connection = Connection::Close;
    } else if (length > exchange.plan.most_body_bytes) {
      co_return co_await refuse(exchange, {413, "large_body", "The body is larger than this address takes."});
    } else {
      if (!co_await read_body(exchange)) co_return After::Close;
      if (exchange.refusal) co_return co_await refuse(exchange, Refusal(*exchange.refusal));
    }
  }
  Response response = exchange.answer(shared_.site);
  if (response.later) response = co_await answer_later(exchange, std::move(response.later));
  co_return co_await send(exchange, std::move(response));
}

// The timer is the bell that the answer rings; it rings by itself when none comes. Both are shared with whoever
// answers, who may be too late.
asio::awaitable<Response> HttpSession::answer_later(HttpExchange& exchange, LaterAnswer later) {
  auto answer = std::make_shared<std::optional<Response>>();
  auto bell = std::make_shared<asio::steady_timer>(socket_.get_executor());
  timer_.cancel();
  bell->expires_after(shared_.limits.later);
  auto open = std::make_shared<bool>(true);
  later([answer, bell, open](Response response) {
    if (!*open) return;
    *answer = std::move(response);
    bell->expires_at(SteadyClock::now());
  });
  while (!*answer && SteadyClock::now() < bell->expiry()) co_await bell->async_wait(as_value);
  *open = false;
  if (*answer) co_return std::move(**answer);
  co_return problem(exchange.request, 503, "slow", "It took too long. Please try again.");
}

asio::awaitable<HttpSession::After> HttpSession::answer_one(int served) {
  HttpExchange exchange(random_number(shared_.chance));
  boost::system::error_code unknown;
  const auto peer = socket_.remote_endpoint(unknown);
  if (!unknown) exchange.request.address = peer.address().to_string();
  if (!co_await read_head(exchange, served)) co_return After::Close;
  if (!exchange.refusal) exchange.check(shared_.site.config(), shared_.own_origins);
  if (exchange.refusal) co_return co_await refuse(exchange, Refusal(*exchange.refusal));
  if (served + 1 == shared_.limits.requests_per_connection) exchange.accepted.connection = Connection::Close;
  const After after = co_await serve(exchange);
  shared_.after_answer();
  co_return after;
}

asio::awaitable<void> HttpSession::close_politely() {
  // Closing while bytes are still arriving would reset the connection, and the client would lose
  // the answer that says why. So: stop sending, let what is under way arrive, then close.
  boost::system::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  const Time deadline = SteadyClock::now() + std::chrono::seconds(2);
  for (std::size_t discarded = 0; discarded < most_discarded; discarded += buffer_.size()) {
    buffer_.clear();
    if (!co_await read_some(deadline)) break;
  }
  timer_.cancel();
  socket_.close(ignored);
}

asio::awaitable<void> HttpSession::refuse_busy() {
  const auto self = shared_from_this();
  HttpExchange exchange(random_number(shared_.chance));
  exchange.accepted.connection = Connection::Close;
  Response busy = problem(exchange.request, 503, "busy", "There are too many connections. Try again soon.");
  busy.retry_after_seconds = 2;
  co_await send(exchange, std::move(busy));
  timer_.cancel();
}

asio::awaitable<void> HttpSession::run() {
  const auto self = shared_from_this();  // lives until this coroutine ends
  for (int served = 0; !shared_.stopping; ++served) {
    idle_ = true;
    if (co_await answer_one(served) == After::Close) break;
  }
  co_await close_politely();
}

}  // namespace alongside::server
