#include "plugins/local_offer/api/importer.hpp"

#include "app/wire/frame.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/service_reader.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

struct Taken {
  std::vector<ServiceDetail> services;
  std::set<std::string> refused_ids;
};

// All reading and judging happens before the first write.
Taken read_records(const FeedFolder& feed, Date today, ImportReport& report) {
  Taken taken;
  for (const FeedRecord& record : feed.records) {
    RecordFaults faults;
    faults.refused = record.fault;
    ServiceDetail service;
    if (!faults.is_refused()) service = read_service(record.json, today, faults);
    if (faults.is_refused()) {
      report.refused.push_back({record.id, record.name, record.file, faults.refused});
      taken.refused_ids.insert(record.id);
      continue;
    }
    for (const std::string& note : faults.notes) report.notes.push_back({record.id, record.name, record.file, note});
    const Status status = service.summary.status;
    report.hidden += status == Status::Inactive || status == Status::Defunct ? 1 : 0;
    taken.services.push_back(std::move(service));
  }
  return taken;
}

Result<void> write_services(OfferTables& tables, const Taken& taken, ImportReport& report) {
  std::map<std::string, Bytes> before = ALONGSIDE_TRY(tables.frames());
  for (const ServiceDetail& service : taken.services) {
    const Bytes frame = wire::encode_frame(service);
    const auto known = before.find(service.summary.id);
    const bool is_same = known != before.end() && known->second == frame;
    ++(is_same ? report.same : known != before.end() ? report.changed : report.added);
    if (!is_same) ALONGSIDE_TRY(tables.put(service, frame));
    if (known != before.end()) before.erase(known);
  }
  for (const auto& [id, frame] : before) {
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

Result<OfferList> read_offer(const std::string& folder, Date today) {
  server::Database memory;
  ALONGSIDE_TRY(memory.open(":memory:"));
  ALONGSIDE_TRY(server::apply_migrations(memory, "local_offer", OfferTables::migrations()));
  ALONGSIDE_TRY(import_feed(memory, folder, today));
  return OfferTables(memory).list();
}

}  // namespace alongside::local_offer
