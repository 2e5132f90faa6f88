// FetchThreads: a few threads that wait for other machines, so that the server's own never does. Questions
// wait in a short line; when that is full the next is refused at once. Owned by HttpFetches.
#pragma once

#include "app/server/fetch/web_fetch.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace alongside::server {

class FetchThreads {
 public:
  static constexpr std::size_t threads = 4;
  static constexpr std::size_t most_waiting = 64;

  // Called on one of the threads; it must only pass the answer on.
  using Done = std::function<void(WebResult)>;

  FetchThreads();
  FetchThreads(const FetchThreads&) = delete;
  FetchThreads& operator=(const FetchThreads&) = delete;
  ~FetchThreads() { stop(); }

  // False when too many wait already, or when it was stopped.
  bool ask(WebQuestion question, Done done);
  // Breaks off what is under way and waits for the threads, a second or two at most.
  void stop();

 private:
  struct Waiting {
    WebQuestion question;
    Done done;
  };
  void run();

  std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<Waiting> waiting_;
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace alongside::server
