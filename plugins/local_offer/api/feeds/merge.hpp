// merge_feeds: the one offer that families see, out of what the feeds gave, in their order of priority. A service that
// is certainly one that an earlier feed has too is shown once; one that only looks like it is shown as well and
// listed for the council to decide. Used by the importer and the verbs about duplicates, in their transaction.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "plugins/local_offer/api/feeds/likeness.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct LikePair {
  std::string shown, other;  // ids; `other` is shown too while it is only doubtful
  std::string shown_name, other_name;
  std::string shown_feed, other_feed;
  Likeness likeness;
  bool is_merged = false;        // the other one is not shown
  bool is_decided = false;       // by the council
  bool is_confidential = false;  // one of them has an address that is not told, and the other may tell it
};

struct Merged {
  std::size_t listed = 0;       // services that are in the offer
  std::size_t merged = 0;       // not shown, because another feed has them too
  std::size_t doubtful = 0;     // pairs that wait for somebody
  std::vector<LikePair> pairs;  // certain, decided and doubtful ones, by likeness
  std::size_t changes = 0;      // rows of the offer that were written or taken away
};

// `order`: the feeds' names, the first believed before the others; feeds that it does not name come last.
Result<Merged> merge_feeds(server::Database& database, const std::vector<std::string>& order);
// The same without writing, for the list of duplicates.
Result<Merged> compare_feeds(server::Database& database, const std::vector<std::string>& order);

}  // namespace alongside::local_offer
