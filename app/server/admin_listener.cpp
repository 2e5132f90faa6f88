#include "app/server/admin_listener.hpp"

#include "app/server/admin_messages.hpp"
#include "app/server/log.hpp"
#include "app/server/run_verb.hpp"
#include "app/server/staff/account.hpp"
#include "app/wire/frame.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <memory>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;
using asio::local::stream_protocol;

namespace {

constexpr auto as_value = asio::as_tuple(asio::use_awaitable);

// A socket file is left behind by a server that was killed. Anything else is not ours to remove.
Result<void> clear_place(const std::string& path) {
  if (path.size() >= sizeof(sockaddr_un::sun_path)) {
    return Error{ErrorCode::InvalidInput, path + ": too long for a socket; choose a shorter --admin"};
  }
  struct stat found{};
  if (lstat(path.c_str(), &found) != 0) return {};
  if (!S_ISSOCK(found.st_mode)) {
    return Error{ErrorCode::Conflict, path + ": there is something else there; choose another --admin"};
  }
  unlink(path.c_str());
  return {};
}

}  // namespace

AdminListener::AdminListener(asio::io_context& loop, AdminParts parts)
    : loop_(loop), acceptor_(loop), parts_(std::move(parts)) {}

AdminListener::~AdminListener() {
  stop();
  waiting_.join();
}

Result<void> AdminListener::open(const std::string& path) {
  ALONGSIDE_TRY(clear_place(path));
  boost::system::error_code error;
  acceptor_.open(stream_protocol(), error);
  // The mode is right from the first moment: nobody can slip in between bind and chmod.
  const mode_t before = umask(0177);
  if (!error) acceptor_.bind(stream_protocol::endpoint(path), error);
  umask(before);
  if (!error) acceptor_.listen(8, error);
  if (error) return Error{ErrorCode::Unavailable, path + ": cannot make the admin socket: " + error.message()};
  path_ = path;
  return {};
}

void AdminListener::start() { asio::co_spawn(loop_, accept_all(), asio::detached); }

void AdminListener::stop() {
  boost::system::error_code ignored;
  stopping_ = true;
  acceptor_.close(ignored);
  if (!path_.empty()) unlink(std::exchange(path_, {}).c_str());
}

void AdminListener::run_for(AskedVerb asked, std::function<void(const Result<std::string>&)> done) {
  asio::co_spawn(loop_, run_and_tell(std::move(asked), std::move(done)), asio::detached);
}

asio::awaitable<void> AdminListener::run_and_tell(AskedVerb asked,
                                                  std::function<void(const Result<std::string>&)> done) {
  const Report report = co_await run(asked);
  done(*report);
  parts_.after_verb();
}

asio::awaitable<void> AdminListener::accept_all() {
  for (;;) {
    auto [error, socket] = co_await acceptor_.async_accept(as_value);
    if (error) co_return;
    // Each on its own: one may wait for another machine for minutes.
    asio::co_spawn(loop_, answer(std::move(socket)), asio::detached);
  }
}

VerbPlace AdminListener::place_of(const AskedVerb& asked) const {
  return {parts_.data_folder, stopping_, FolderUse::ByServer, asked.asker, &parts_.journal, &parts_.staff};
}

asio::awaitable<AdminListener::Begun> AdminListener::begin(const AskedVerb& asked) {
  co_return begin_verb(parts_.verbs, asked.words, place_of(asked));
}

asio::awaitable<AdminListener::Report> AdminListener::run(const AskedVerb& asked) {
  const auto& words = asked.words;
  const Verb* verb = words.size() < 2 ? nullptr : parts_.verbs.find(words[0], words[1]);
  // Here, and not beside: whoever may not is written into the audit.
  if (const auto admitted = admit_verb(parts_.verbs, words, place_of(asked)); !admitted) co_return admitted.error();
  const bool waits = verb != nullptr && verb->beginning && verb->waits == VerbWaits::ForOthers;
  if (!waits) co_return run_verb(parts_.verbs, words, place_of(asked));
  const Begun begun = co_await asio::co_spawn(waiting_.get_executor(), begin(asked), asio::use_awaitable);
  if (!begun->ok()) co_return begun->error();
  co_return end_verb(begun->value(), words);
}

asio::awaitable<AdminReply> AdminListener::reply_to(const Bytes& body, int socket) {
  const auto request = wire::decode_frame<AdminRequest>(body);
  Report asked;
  if (request) {
    const AskedVerb verb{request->words, {request->officer, peer_account(socket, request->sudo)}};
    asked = co_await run(verb);
  }
  const Result<std::string> report = asked ? std::move(*asked) : Result<std::string>(request.error());
  AdminReply reply;
  reply.done = report.ok();
  reply.text = fit_report(report.ok() ? report.value() : report.error().detail);
  if (request && request->words.size() >= 2 && parts_.verbs.find(request->words[0], request->words[1]) != nullptr) {
    parts_.log.write(LogLevel::Info, "verb",
                     {{"group", std::string_view(request->words[0])},
                      {"name", std::string_view(request->words[1])},
                      {"result", report.ok() ? std::string_view("done") : name_of(report.error().code)}});
  }
  co_return reply;
}

asio::awaitable<void> AdminListener::answer(Socket accepted) {
  // Shared with the timer, whose wait may end after this coroutine has.
  const auto socket = std::make_shared<Socket>(std::move(accepted));
  // Whoever opens the socket and says nothing must not keep others out.
  asio::steady_timer timer(loop_, std::chrono::seconds(5));
  timer.async_wait([socket](boost::system::error_code error) {
    boost::system::error_code ignored;
    if (!error) socket->cancel(ignored);
  });
  std::array<std::uint8_t, 4> prefix{};
  auto [prefix_error, prefix_read] = co_await asio::async_read(*socket, asio::buffer(prefix), as_value);
  const std::size_t length = prefixed_length(prefix);
  if (prefix_error || length > most_admin_bytes) co_return;
  Bytes body(length);
  auto [body_error, body_read] = co_await asio::async_read(*socket, asio::buffer(body), as_value);
  timer.cancel();
  if (body_error) co_return;
  const AdminReply reply = co_await reply_to(body, socket->native_handle());
  const Bytes frame = wire::encode_frame(reply);
  const auto reply_prefix = length_prefix(frame.size());
  const std::array<asio::const_buffer, 2> parts = {asio::buffer(reply_prefix), asio::buffer(frame)};
  co_await asio::async_write(*socket, parts, as_value);
  parts_.after_verb();
}

}  // namespace alongside::server
