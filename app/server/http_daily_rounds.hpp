// DailyRounds: what the server does by itself every day, on its event loop. Looks three times a minute whether a job is
// due, has one at a time run as the command line would, and notes how it ended. One that failed is tried again after an
// hour, up to three times a day. Made by run_http_server.
#pragma once

#include "app/base/result.hpp"
#include "app/server/daily/daily_job.hpp"
#include "app/server/daily/daily_runs.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Log;

struct DailyRoundsParts {
  const std::vector<DailyJob>& jobs;
  const Verbs& verbs;
  DailyRuns runs;
  const Clock& clock;
  Log& log;
  // Runs the words of a verb for this officer, and tells on the loop how it ended.
  std::function<void(std::vector<std::string> words, std::string officer,
                     std::function<void(const Result<std::string>&)> done)>
      run;
};

class DailyRounds {
 public:
  DailyRounds(boost::asio::io_context& loop, DailyRoundsParts parts);

  void start() { look(); }
  void stop();

 private:
  // Of a job, since the server began.
  struct Trial {
    int tries = 0;
    Date day;
    std::int64_t not_before_ms = 0;
  };

  void wait();
  void look();
  bool should_run(std::size_t job);
  void begin(std::size_t job);
  void settle(std::size_t job, const Result<std::string>& report);

  DailyRoundsParts parts_;
  boost::asio::steady_timer timer_;
  std::vector<Trial> trials_;
  bool stopped_ = false;
};

}  // namespace alongside::server
