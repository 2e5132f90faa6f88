// OfferImport: what became of an import of one feed or several, for the person who runs it and for programs. Made by
// the importer, printed by `offer import`.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/api/feeds/merge.hpp"
#include "plugins/local_offer/api/import_report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct FeedReport {
  std::string feed;
  std::string source;
  std::string failed;                // why nothing of it was taken; empty: it was
  std::optional<Date> taken_before;  // the day of its last good edition
  std::size_t services = 0;          // it has in the offer's tables now
  ImportReport report;
};

struct OfferImport {
  std::vector<FeedReport> feeds;
  std::vector<std::string> dropped;  // feeds that the configuration no longer names
  Merged merged;

  bool is_all_failed() const;
  std::string text(Date today) const;
  // {"feeds": […], "listed": 164, "merged": 3, "doubtful": 1}: the report of each feed with every refusal and note.
  std::string json(Date today) const;
};

}  // namespace alongside::local_offer
