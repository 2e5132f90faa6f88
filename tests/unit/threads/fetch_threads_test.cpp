// The threads that ask other machines: what is asked is answered once, also by who is stopped meanwhile. The thread
// sanitizer runs this too (app/tools/suites/beside/62_threads.sh).
#include "app/server/fetch/fetch_threads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace alongside::server {
namespace {

// Nobody listens there, so the answer comes at once.
WebQuestion to_nobody() {
  WebQuestion question;
  question.address = "http://127.0.0.1:1/";
  question.whole_seconds = 2;
  return question;
}

void wait_for(const std::atomic<int>& count, int wanted) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (count != wanted && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TEST_CASE("each question is answered once, whichever thread takes it") {
  std::atomic<int> answered = 0, good = 0;
  FetchThreads threads;
  int asked = 0;
  for (int round = 0; round < 5; ++round) {
    for (std::size_t question = 0; question < FetchThreads::most_waiting; ++question) {
      asked += threads.ask(to_nobody(), [&](const WebResult& result) {
        if (result.ok()) ++good;
        ++answered;
      });
    }
    wait_for(answered, asked);
  }
  CHECK(asked >= static_cast<int>(FetchThreads::most_waiting));
  CHECK(answered == asked);
  CHECK(good == 0);
}

TEST_CASE("who stops the threads has every question answered, and none is taken any more") {
  for (int round = 0; round < 20; ++round) {
    std::atomic<int> answered = 0;
    int asked = 0;
    FetchThreads threads;
    for (int question = 0; question < 30; ++question)
      asked += threads.ask(to_nobody(), [&](const WebResult&) { ++answered; });
    threads.stop();
    CHECK(answered == asked);
    CHECK(!threads.ask(to_nobody(), [](const WebResult&) {}));
  }
}

TEST_CASE("questions may come from several threads while another stops it all") {
  std::atomic<int> asked = 0, answered = 0;
  FetchThreads threads;
  std::vector<std::thread> askers;
  for (int asker = 0; asker < 4; ++asker) {
    askers.emplace_back([&] {
      for (int question = 0; question < 40; ++question)
        asked += threads.ask(to_nobody(), [&](const WebResult&) { ++answered; });
    });
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  threads.stop();
  for (std::thread& asker : askers) asker.join();
  CHECK(answered == asked);
}

}  // namespace
}  // namespace alongside::server
