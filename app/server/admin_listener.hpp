// AdminListener: the running server's ear for the command line: a Unix socket that only the
// server's own user may open. Verbs run on the server's one thread; those that wait for other machines begin on
// another, one at a time.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/verbs.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace alongside::server {

class Log;
struct AdminReply;
struct AdminRequest;

// The words for run_verb, and who asks.
struct AskedVerb {
  std::vector<std::string> words;
  VerbAsker asker;
};

struct AdminParts {
  const Verbs& verbs;
  Log& log;
  VerbJournal& journal;
  const Staff& staff;
  std::string data_folder;
  std::function<void()> after_verb;
};

class AdminListener {
 public:
  AdminListener(boost::asio::io_context& loop, AdminParts parts);
  ~AdminListener();

  Result<void> open(const std::string& path);
  void start();
  // Runs a verb that the server asks of itself; `done` is told on the loop.
  void run_for(AskedVerb asked, std::function<void(const Result<std::string>&)> done);
  void stop();  // and takes the socket file away, and breaks off what waits for other machines

 private:
  using Socket = boost::asio::local::stream_protocol::socket;
  // Optional, because the library makes an empty one first.
  using Begun = std::optional<Result<VerbEnd>>;
  using Report = std::optional<Result<std::string>>;

  VerbPlace place_of(const AskedVerb& asked) const;
  boost::asio::awaitable<void> accept_all();
  boost::asio::awaitable<void> answer(Socket accepted);
  boost::asio::awaitable<AdminReply> reply_to(const Bytes& body, int socket);
  boost::asio::awaitable<Report> run(const AskedVerb& asked);
  boost::asio::awaitable<void> run_and_tell(AskedVerb asked, std::function<void(const Result<std::string>&)> done);
  boost::asio::awaitable<Begun> begin(const AskedVerb& asked);  // on the thread that may wait

  boost::asio::io_context& loop_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
  AdminParts parts_;
  std::string path_;
  std::atomic<bool> stopping_ = false;
  boost::asio::thread_pool waiting_{1};  // last: it uses all of the above
};

}  // namespace alongside::server
