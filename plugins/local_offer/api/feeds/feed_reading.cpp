#include "plugins/local_offer/api/feeds/feed_reading.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/open_referral/confidential.hpp"
#include "plugins/local_offer/api/open_referral/record_cleaning.hpp"
#include "plugins/local_offer/api/service_reader.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

// What a service's pages and lists are made of is bounded here, once.
constexpr std::size_t most_record_bytes = 256 * 1024;

void judge_record(const FeedRecord& record, const std::set<std::string>& confidential, Date today,
                  FeedReading& reading) {
  ImportReport& report = reading.report;
  RecordFaults faults;
  faults.refused = record.fault;
  faults.notes = record.notes;
  server::JsonValue json = record.json;
  const Concealed concealed = conceal_places(json, confidential);
  if (concealed.places > 0)
    faults.notes.push_back("service_at_locations has a confidential place; told without where it is");
  if (tells(json, concealed.secrets)) faults.refuse("its words tell the address of a confidential place");
  TakenService service = take_record(json, today, faults);
  if (faults.is_refused()) {
    report.refused.push_back({record.id, record.name, record.file, faults.refused});
    // What an earlier import had may tell the address, so that does not stay either.
    if (concealed.places == 0) reading.refused_ids.insert(record.id);
    return;
  }
  for (const std::string& note : faults.notes) report.notes.push_back({record.id, record.name, record.file, note});
  const Status status = service.service.summary.status;
  report.hidden += status == Status::Inactive || status == Status::Defunct ? 1 : 0;
  reading.services.push_back(std::move(service));
}

}  // namespace

TakenService take_record(const server::JsonValue& json, Date today, RecordFaults& faults) {
  TakenService taken;
  if (!faults.is_refused()) read_service(json, today, faults);
  if (faults.is_refused()) return taken;
  const server::JsonValue cleaned = clean_record(json, today);
  RecordFaults again;
  taken.service = read_service(cleaned, today, again);
  if (again.is_refused()) faults.refuse(again.refused);
  taken.record = server::write_json(cleaned);
  if (taken.record.size() > most_record_bytes) faults.refuse("the record is larger than 256 KB");
  return taken;
}

std::set<std::string> confidential_places(const FeedFolder& folder) {
  std::set<std::string> ids;
  for (const FeedRecord& record : folder.records) collect_confidential(record.json, ids);
  return ids;
}

FeedReading judge_feed(const FeedFolder& folder, const std::set<std::string>& confidential, Date today) {
  FeedReading reading;
  ImportReport& report = reading.report;
  report.page_files = folder.page_files;
  report.service_files = folder.service_files;
  report.other_files = folder.other_files;
  report.copies = folder.copies;
  report.unread = folder.unread;
  for (const FeedRecord& record : folder.records) judge_record(record, confidential, today, reading);
  if (reading.services.empty()) reading.failed = "there is no service in it that can be taken";
  return reading;
}

}  // namespace alongside::local_offer
