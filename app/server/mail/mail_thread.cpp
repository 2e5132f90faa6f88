#include "app/server/mail/mail_thread.hpp"

#include <utility>

namespace alongside::server {

MailThread::MailThread(std::unique_ptr<MailSender> sender, Done done)
    : sender_(std::move(sender)), done_(std::move(done)), thread_([this] { run(); }) {}

void MailThread::send(OutgoingMail mail) {
  {
    const std::lock_guard lock(mutex_);
    next_ = std::move(mail);
  }
  woken_.notify_one();
}

void MailThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void MailThread::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return stopping_ || next_; });
    if (stopping_) return;
    const OutgoingMail mail = *std::exchange(next_, std::nullopt);
    lock.unlock();
    done_(sender_->send(mail, stopping_));
  }
}

}  // namespace alongside::server
