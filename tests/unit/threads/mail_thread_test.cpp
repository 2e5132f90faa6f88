// The thread that waits for the mail server: a letter at a time, and stopped in the middle of one. The thread sanitizer
// runs this too (app/tools/suites/beside/62_threads.sh).
#include "app/server/mail/mail_thread.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace alongside::server {
namespace {

// Takes every letter, or, when it is a slow one, waits until it is told to stop.
class TestSender final : public MailSender {
 public:
  MailOutcome send(const OutgoingMail& mail, const std::atomic<bool>& stop) override {
    while (mail.to == "slow" && !stop) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return {mail.to == "slow" ? MailFate::Later : MailFate::Sent, mail.message};
  }
};

bool comes_true(const std::atomic<int>& count, int wanted) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (count != wanted && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return count == wanted;
}

TEST_CASE("letters go one after another, and each is told of once") {
  std::atomic<int> told = 0;
  std::vector<std::string> reasons;  // written on the thread, and read when it has told
  MailThread thread(std::make_unique<TestSender>(), [&](const MailOutcome& outcome) {
    reasons.push_back(outcome.reason);
    ++told;
  });
  for (int letter = 1; letter <= 100; ++letter) {
    thread.send({"a", "b", std::to_string(letter)});
    REQUIRE(comes_true(told, letter));
    CHECK(reasons.back() == std::to_string(letter));
  }
}

TEST_CASE("a letter that takes its time is broken off when the server stops") {
  for (int round = 0; round < 20; ++round) {
    std::atomic<int> sent = 0;
    MailThread thread(std::make_unique<TestSender>(),
                      [&](const MailOutcome& outcome) { sent += outcome.fate == MailFate::Sent; });
    thread.send({"a", "slow", "x"});
    if (round % 2 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    thread.stop();
    CHECK(sent == 0);
  }
}

}  // namespace
}  // namespace alongside::server
