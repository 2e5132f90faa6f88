// FeedFolder: the services of a feed on disk, as the files have them: services.json pages with
// services/{id}.json beside them, or loose pages and loose services, of Open Referral UK 3.0 or of version 1. What
// cannot be read is reported by file. Used by the importer, for folders that somebody has and for what was fetched.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feed_config.hpp"
#include "app/server/json_reader.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct FeedRecord {
  std::string id;                  // from the record or from its file's name; empty when there is none to see
  std::string name;                // for the report
  std::string file;                // "services-2.json", "services/{id}.json"
  server::JsonValue json;          // a service of 3.0, whatever the feed speaks
  std::string fault;               // why it cannot be taken, known before its fields are read
  std::vector<std::string> notes;  // what version 1 said that has no place in 3.0
};

struct FeedFolder {
  std::vector<FeedRecord> records;  // one a service; the fuller file wins over a page
  std::size_t page_files = 0;
  std::size_t service_files = 0;
  std::size_t other_files = 0;      // JSON about something else: organisations, taxonomies
  std::size_t copies = 0;           // records that came twice, word for word
  std::vector<std::string> unread;  // "services-3.json: …"
};

// `shape`: as the configuration says; `feed`: its name there, which ids that are no UUIDs are made from.
// Refuses a folder that is not there, or holds more than 200 MB or 50,000 files, or is of another shape.
Result<FeedFolder> read_feed_folder(const std::string& path, server::FeedShape shape = server::FeedShape::AsItComes,
                                    const std::string& feed = {});

}  // namespace alongside::local_offer
