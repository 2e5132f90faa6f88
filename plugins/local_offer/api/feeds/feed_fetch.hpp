// fetch_feed: a whole feed from another machine, page by page and service by service, into the feed's shelf: a
// folder that the importer reads like any other. A run that was cut off goes on where it was; what has not changed
// is not sent again. Called beside the server's own thread, by the verb `offer import`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feed_config.hpp"
#include "plugins/local_offer/api/feeds/feed_limits.hpp"
#include "plugins/local_offer/api/feeds/feed_shelf.hpp"

#include <atomic>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct FetchedFeed {
  std::string folder;  // with all of it
  std::size_t pages = 0;
  std::size_t services = 0;                   // listed, each once
  std::size_t sent = 0;                       // answers with something new in them
  std::size_t unchanged = 0;                  // what we had already, by ETag or last_modified
  std::size_t resumed = 0;                    // fetched by an earlier run that was cut off
  std::map<std::string, std::string> faults;  // a service's id, as a UUID, and why it could not be had
  std::vector<std::string> notes;             // "it says that it has 5 pages, and has 3"
};

// An error says which page or service, and what the feed did; the shelf then keeps what came whole.
Result<FetchedFeed> fetch_feed(const server::FeedConfig& feed, FeedShelf& shelf, const FeedLimits& limits,
                               const std::atomic<bool>& stopping);

}  // namespace alongside::local_offer
