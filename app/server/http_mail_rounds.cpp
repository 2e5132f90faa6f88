#include "app/server/http_mail_rounds.hpp"

#include "app/base/clock.hpp"
#include "app/server/council_config.hpp"
#include "app/server/log.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;

namespace {

constexpr int longest_wait_seconds = 15;

}  // namespace

MailRounds::MailRounds(asio::io_context& loop, MailRoundsParts parts, std::unique_ptr<MailSender> sender)
    : loop_(loop), parts_(std::move(parts)), timer_(loop), thread_(std::move(sender), [this](MailOutcome outcome) {
        asio::post(loop_, [this, outcome = std::move(outcome)] { settle(outcome); });
      }) {}

void MailRounds::wait() {
  if (stopped_) return;
  timer_.expires_after(std::chrono::seconds(std::min(longest_wait_seconds, parts_.config.mail.first_retry_seconds)));
  timer_.async_wait([this](boost::system::error_code error) {
    if (!error) look();
  });
}

void MailRounds::look() {
  if (stopped_) return;
  auto due = parts_.outbox.take_due(parts_.config.mail, parts_.clock.now_ms());
  parts_.after_write();
  if (!due) parts_.log.write(LogLevel::Failure, "mail_outbox", {{"detail", std::string_view(due.error().detail)}});
  if (!due || !due.value()) return wait();
  hand_over(std::move(*due.value()));
}

void MailRounds::hand_over(DueLetter letter) {
  const MailConfig& mail = parts_.config.mail;
  auto message =
      mail_message({letter.id.text(), letter.to, letter.language, parts_.clock.now_ms(), letter.subject, letter.text},
                   mail, parts_.config.council);
  under_way_ = std::move(letter);
  if (!message) return settle({MailFate::Refused, message.error().detail});
  thread_.send({mail.from, under_way_->to, std::move(message).value()});
}

void MailRounds::settle(const MailOutcome& outcome) {
  if (!under_way_) return;
  const DueLetter letter = *std::exchange(under_way_, std::nullopt);
  const auto state = parts_.outbox.settle(letter, outcome, parts_.clock.now_ms());
  parts_.after_write();
  if (!state) {
    parts_.log.write(LogLevel::Failure, "mail_outbox", {{"detail", std::string_view(state.error().detail)}});
  } else if (state.value() == MailState::Sent) {
    parts_.log.write(LogLevel::Info, "mail_sent", {{"tries", std::int64_t{letter.tries}}});
  } else {
    const bool given_up = state.value() == MailState::GivenUp;
    parts_.log.write(given_up ? LogLevel::Failure : LogLevel::Warning, given_up ? "mail_given_up" : "mail_delayed",
                     {{"tries", std::int64_t{letter.tries}}, {"reason", std::string_view(outcome.reason)}});
  }
  look();  // there may be more
}

void MailRounds::stop() {
  stopped_ = true;
  timer_.cancel();
  // What the thread says of a letter that was under way waits on the loop, which runs until it is settled.
  thread_.stop();
}

}  // namespace alongside::server
