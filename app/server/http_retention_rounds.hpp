// RetentionRounds: retention's place on the server's event loop: one small piece of work, a pause, the next; and when
// the day's work is done it looks again now and then whether there is another day. Made by run_http_server.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <string>

namespace alongside::server {

class Log;
class Reaper;

class RetentionRounds {
 public:
  // `after_write`: the storage may have broken.
  RetentionRounds(boost::asio::io_context& loop, Reaper& reaper, Log& log, std::function<void()> after_write)
      : reaper_(reaper), log_(log), after_write_(std::move(after_write)), timer_(loop) {}

  void start();
  void stop();

 private:
  void wait(std::chrono::milliseconds pause);
  void look();
  void tell_clock(const char* what);

  Reaper& reaper_;
  Log& log_;
  std::function<void()> after_write_;
  boost::asio::steady_timer timer_;
  bool stopped_ = false;
  std::string told_;  // about the clock, once
};

}  // namespace alongside::server
