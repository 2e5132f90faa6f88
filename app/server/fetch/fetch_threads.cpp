#include "app/server/fetch/fetch_threads.hpp"

#include <utility>

namespace alongside::server {

FetchThreads::FetchThreads() {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

bool FetchThreads::ask(WebQuestion question, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= most_waiting) return false;
    waiting_.push_back({std::move(question), std::move(done)});
  }
  woken_.notify_one();
  return true;
}

void FetchThreads::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void FetchThreads::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    next.done(stopping_ ? WebResult(Error{ErrorCode::Unavailable, "the server stops"})
                        : fetch_with_curl(next.question, stopping_));
  }
}

}  // namespace alongside::server
