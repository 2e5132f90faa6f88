#include "plugins/local_offer/api/importer.hpp"

#include "app/server/json_tree.hpp"
#include "app/wire/frame.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/open_referral/confidential.hpp"
#include "plugins/local_offer/api/open_referral/record_cleaning.hpp"
#include "plugins/local_offer/api/service_reader.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

struct TakenService {
  ServiceDetail service;
  std::string record;
};

struct Taken {
  std::vector<TakenService> services;
  std::set<std::string> refused_ids;
};

// What a service's pages and lists are made of is bounded here, once.
constexpr std::size_t most_record_bytes = 256 * 1024;

std::set<std::string> confidential_places(const FeedFolder& feed) {
  std::set<std::string> ids;
  for (const FeedRecord& record : feed.records) collect_confidential(record.json, ids);
  return ids;
}

// Read twice: as the feed has it, for what there is to say about it; and as it is kept, so that whoever
// reads what we serve or export sees exactly what families see.
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

// All reading and judging happens before the first write.
Taken read_records(const FeedFolder& feed, Date today, ImportReport& report) {
  Taken taken;
  const std::set<std::string> confidential = confidential_places(feed);
  for (const FeedRecord& record : feed.records) {
    RecordFaults faults;
    faults.refused = record.fault;
    server::JsonValue json = record.json;
    const Concealed concealed = conceal_places(json, confidential);
    if (concealed.places > 0)
      faults.notes.push_back("service_at_locations has a confidential place; told without where it is");
    if (tells(json, concealed.secrets)) faults.refuse("its words tell the address of a confidential place");
    TakenService service = take_record(json, today, faults);
    if (faults.is_refused()) {
      report.refused.push_back({record.id, record.name, record.file, faults.refused});
      // What an earlier import had may tell the address, so that does not stay either.
      if (concealed.places == 0) taken.refused_ids.insert(record.id);
      continue;
    }
    for (const std::string& note : faults.notes) report.notes.push_back({record.id, record.name, record.file, note});
    const Status status = service.service.summary.status;
    report.hidden += status == Status::Inactive || status == Status::Defunct ? 1 : 0;
    taken.services.push_back(std::move(service));
  }
  return taken;
}

Result<void> write_services(OfferTables& tables, const Taken& taken, ImportReport& report) {
  std::map<std::string, StoredService> before = ALONGSIDE_TRY(tables.stored());
  // What the council has approved itself goes before what a feed says of the same service, and stays without one.
  const std::set<std::string> own = ALONGSIDE_TRY(tables.own());
  for (const std::string& id : own) before.erase(id);
  for (const TakenService& service : taken.services) {
    if (own.contains(service.service.summary.id)) {
      ++report.kept;
      continue;
    }
    const StoredService now{wire::encode_frame(service.service), service.record};
    const auto known = before.find(service.service.summary.id);
    const bool is_same = known != before.end() && known->second == now;
    ++(is_same ? report.same : known != before.end() ? report.changed : report.added);
    if (!is_same) ALONGSIDE_TRY(tables.put(service.service, now));
    if (known != before.end()) before.erase(known);
  }
  for (const auto& [id, stored] : before) {
    // A record that came broken this time keeps the words it had: better old than gone.
    if (taken.refused_ids.contains(id)) {
      ++report.kept;
    } else {
      ++report.removed;
      ALONGSIDE_TRY(tables.remove(id));
    }
  }
  if (report.added + report.changed + report.removed > 0) ALONGSIDE_TRY(tables.raise_version());
  return {};
}

}  // namespace

Result<ImportReport> import_feed(server::Database& database, const std::string& folder, Date today) {
  const FeedFolder feed = ALONGSIDE_TRY(read_feed_folder(folder));
  ImportReport report;
  report.page_files = feed.page_files;
  report.service_files = feed.service_files;
  report.other_files = feed.other_files;
  report.copies = feed.copies;
  report.unread = feed.unread;
  const Taken taken = read_records(feed, today, report);
  if (taken.services.empty()) {
    return Error{ErrorCode::InvalidInput,
                 "There is no service here that can be taken, so nothing was changed.\n" + report.text()};
  }
  // One transaction: families see the whole old offer or the whole new one.
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database));
  OfferTables tables(database);
  ALONGSIDE_TRY(write_services(tables, taken, report));
  ALONGSIDE_TRY(transaction.commit());
  return report;
}

Result<std::string> take_own_record(server::Database& database, const server::JsonValue& record, Date today) {
  RecordFaults faults;
  const TakenService taken = take_record(record, today, faults);
  if (faults.is_refused())
    return Error{ErrorCode::InvalidInput, "it cannot be a record of the offer: " + faults.refused};
  OfferTables tables(database);
  ALONGSIDE_TRY(tables.put(taken.service, {wire::encode_frame(taken.service), taken.record}));
  ALONGSIDE_TRY(tables.put_own(taken.service.summary.id));
  ALONGSIDE_TRY(tables.raise_version());
  std::string notes;
  for (const std::string& note : faults.notes) notes += "  " + note + "\n";
  return notes;
}

Result<OfferList> read_offer(const std::string& folder, Date today) {
  server::Database memory;
  ALONGSIDE_TRY(memory.open(":memory:"));
  ALONGSIDE_TRY(server::apply_migrations(memory, "local_offer", OfferTables::migrations()));
  ALONGSIDE_TRY(import_feed(memory, folder, today));
  return OfferTables(memory).list();
}

}  // namespace alongside::local_offer
