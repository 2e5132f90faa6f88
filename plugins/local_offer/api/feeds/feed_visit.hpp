// FeedVisit: one visit to another machine that has a feed: polite questions, one after another, over one connection.
// What fails is tried again, each time after twice as long; who sends us on is followed a few steps, each of
// them only to where anybody may ask; all of it within FeedLimits. Made by feed_fetch for one run.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feed_config.hpp"
#include "app/server/fetch/web_fetch.hpp"
#include "plugins/local_offer/api/feeds/feed_limits.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace alongside::local_offer {

struct FeedAnswer {
  bool is_known = false;  // the feed says that what we have is still so
  std::string body;       // JSON, not read yet
  std::string tag;        // its ETag, or empty
};

class FeedVisit {
 public:
  FeedVisit(const server::FeedConfig& feed, const FeedLimits& limits, const std::atomic<bool>& stopping);

  // `path`: after the feed's address, "/services?page=2". Errors: NotFound: it has no such thing; Unavailable: it
  // failed at every try; NotAllowed: it leads where nobody may be asked; InvalidInput: no JSON; TooLarge: too much;
  // Offline: this visit is over (the server stops, or the run's time or bytes are used up).
  Result<FeedAnswer> get(const std::string& path, std::size_t most_bytes, const std::string& known_tag = {});

 private:
  Result<FeedAnswer> follow(const std::string& address, std::size_t most_bytes, const std::string& known_tag);
  Result<FeedAnswer> judge(server::WebAnswer answer);
  Result<void> check_budget() const;
  void wait(std::chrono::seconds time) const;

  const server::FeedConfig& feed_;
  const FeedLimits& limits_;
  const std::atomic<bool>& stopping_;
  std::chrono::steady_clock::time_point end_;
  std::uint64_t bytes_ = 0;
  int asks_to_wait_ = 0;  // seconds, of the last answer
  server::WebSession session_;
};

}  // namespace alongside::local_offer
