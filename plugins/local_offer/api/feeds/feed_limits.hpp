// FeedLimits: how much of a feed is fetched from another machine before we say that it is enough. Named in README.md.
// Used by feed_visit and feed_fetch; smaller in tests.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace alongside::local_offer {

struct FeedLimits {
  std::size_t most_pages = 2'000;
  std::size_t most_records = 45'000;                      // with their pages, fewer than the files of a folder
  std::uint64_t most_bytes = 200ull * 1024 * 1024;        // of one run, as they come
  std::size_t most_page_bytes = 32 * 1024 * 1024;         // of one page
  std::size_t most_record_bytes = 2 * 1024 * 1024;        // of one service
  std::chrono::seconds whole = std::chrono::minutes(60);  // of one run; the next goes on from there
  int answer_seconds = 60;                                // of one answer
  int tries = 4;                                          // of one question
  int most_hops = 5;                                      // from address to address
  int most_failing = 10;                                  // services in a row that cannot be had
  int page_size = 50;                                     // asked for; the feed decides
};

}  // namespace alongside::local_offer
