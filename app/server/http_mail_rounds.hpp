// MailRounds: the emails' place on the server's event loop. Looks now and then whether a letter is due,
// hands one at a time to the thread that waits for the mail server, and notes what became of it. All that
// touches the database happens on the loop. Made by run_http_server when the council sends emails.
#pragma once

#include "app/server/mail/mail_outbox.hpp"
#include "app/server/mail/mail_thread.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Log;
struct CouncilConfig;

struct MailRoundsParts {
  MailOutbox outbox;
  const CouncilConfig& config;
  const Clock& clock;
  Log& log;
  std::function<void()> after_write;  // the storage may have broken
};

class MailRounds {
 public:
  MailRounds(boost::asio::io_context& loop, MailRoundsParts parts, std::unique_ptr<MailSender> sender);

  void start() { wait(); }
  void stop();

 private:
  void wait();
  void look();
  void hand_over(DueLetter letter);
  void settle(const MailOutcome& outcome);

  boost::asio::io_context& loop_;
  MailRoundsParts parts_;
  boost::asio::steady_timer timer_;
  std::optional<DueLetter> under_way_;
  bool stopped_ = false;
  MailThread thread_;
};

}  // namespace alongside::server
