// MailThread: the one thread beside the server's own: it waits for a mail server, so that no request has
// to. Takes one letter at a time and says on its thread what became of it. Owned by MailRounds.
#pragma once

#include "app/server/mail/mail_sender.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace alongside::server {

class MailThread {
 public:
  using Done = std::function<void(MailOutcome)>;
  // `done` is called on the thread; it must only pass the outcome on.
  MailThread(std::unique_ptr<MailSender> sender, Done done);
  MailThread(const MailThread&) = delete;
  MailThread& operator=(const MailThread&) = delete;
  ~MailThread() { stop(); }

  void send(OutgoingMail mail);  // only when nothing is under way
  // Breaks off what is under way and waits for the thread, a second or two at most.
  void stop();

 private:
  void run();

  std::unique_ptr<MailSender> sender_;
  Done done_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::optional<OutgoingMail> next_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace alongside::server
