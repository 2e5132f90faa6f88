// FeedReading: a feed's records read and judged, before anything is written: what can be taken, what is refused and
// why. Pure work on what was read, so it may be done beside the server's own thread. Made by the importer.
#pragma once

#include "app/base/date.hpp"
#include "app/server/feed_config.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/import_report.hpp"
#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct TakenService {
  ServiceDetail service;
  std::string record;
};

struct FeedReading {
  std::string feed;                  // its name; empty: told on the command line
  std::string source;                // its address or folder, for the report
  std::string failed;                // why nothing of it can be taken this time; empty: it was read
  std::optional<Date> taken_before;  // the day of its last good edition
  ImportReport report;
  std::vector<TakenService> services;
  std::set<std::string> refused_ids;  // whose earlier edition stays
};

// Read twice: as the feed has it, for what there is to say about it; and as it is kept, so that whoever
// reads what we serve or export sees exactly what families see.
TakenService take_record(const server::JsonValue& json, Date today, RecordFaults& faults);

// The ids of the places that a feed calls confidential.
std::set<std::string> confidential_places(const FeedFolder& folder);
// `confidential`: of all feeds that are read together.
FeedReading judge_feed(const FeedFolder& folder, const std::set<std::string>& confidential, Date today);

}  // namespace alongside::local_offer
