#include "plugins/local_offer/api/importer.hpp"

#include "app/wire/frame.hpp"
#include "plugins/local_offer/api/feeds/feed_tables.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace alongside::local_offer {
namespace {

// What a feed gives now beside what it gave last time; nothing is written for what is as it was.
Result<void> write_feed(server::Database& database, FeedReading& reading, const std::set<std::string>& own) {
  FeedTables tables(database);
  ImportReport& report = reading.report;
  std::map<std::string, StoredService> before = ALONGSIDE_TRY(tables.stored(reading.feed));
  for (const TakenService& service : reading.services) {
    const std::string& id = service.service.summary.id;
    const StoredService now{wire::encode_frame(service.service), service.record};
    const auto known = before.find(id);
    const bool is_same = known != before.end() && known->second == now;
    std::size_t& count = own.contains(id)        ? report.kept
                         : is_same               ? report.same
                         : known != before.end() ? report.changed
                                                 : report.added;
    ++count;
    if (!is_same) ALONGSIDE_TRY(tables.put(reading.feed, id, now));
    if (known != before.end()) before.erase(known);
  }
  for (const auto& [id, stored] : before) {
    // A record that came broken this time keeps the words it had: better old than gone.
    if (reading.refused_ids.contains(id)) {
      ++report.kept;
    } else {
      report.removed += own.contains(id) ? 0 : 1;
      ALONGSIDE_TRY(tables.remove(reading.feed, id));
    }
  }
  return {};
}

// Feeds that the configuration no longer names, once all that it does name have been read.
Result<void> drop_others(server::Database& database, const std::vector<std::string>& order, OfferImport& import) {
  FeedTables tables(database);
  for (const auto& [name, count] : ALONGSIDE_TRY(tables.feeds())) {
    if (std::find(order.begin(), order.end(), name) != order.end()) continue;
    import.dropped.push_back(name);
    ALONGSIDE_TRY(tables.drop(name));
  }
  return {};
}

bool is_whole(const std::vector<FeedReading>& readings, const std::vector<std::string>& order) {
  return std::all_of(order.begin(), order.end(), [&](const std::string& name) {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const FeedReading& reading) { return reading.feed == name && reading.failed.empty(); });
  });
}

FeedReport report_of(FeedReading reading, std::size_t kept_services) {
  return {std::move(reading.feed), std::move(reading.source), std::move(reading.failed), reading.taken_before,
          kept_services,           std::move(reading.report)};
}

Result<FeedReading> read_folder(const std::string& folder, Date today) {
  const FeedFolder files = ALONGSIDE_TRY(read_feed_folder(folder));
  FeedReading reading = judge_feed(files, confidential_places(files), today);
  reading.source = folder;
  return reading;
}

}  // namespace

Result<OfferImport> import_readings(server::Database& database, std::vector<FeedReading> readings,
                                    const std::vector<std::string>& order) {
  OfferImport import;
  // One transaction: families see the whole old offer or the whole new one.
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database));
  const std::set<std::string> own = ALONGSIDE_TRY(OfferTables(database).own());
  for (FeedReading& reading : readings) {
    if (reading.failed.empty()) ALONGSIDE_TRY(write_feed(database, reading, own));
  }
  if (is_whole(readings, order)) ALONGSIDE_TRY(drop_others(database, order, import));
  import.merged = ALONGSIDE_TRY(merge_feeds(database, order));
  ALONGSIDE_TRY(transaction.commit());
  const auto kept = ALONGSIDE_TRY(FeedTables(database).feeds());
  for (FeedReading& reading : readings) {
    const auto found = kept.find(reading.feed);
    import.feeds.push_back(report_of(std::move(reading), found == kept.end() ? 0 : found->second));
  }
  return import;
}

Result<ImportReport> import_feed(server::Database& database, const std::string& folder, Date today) {
  std::vector<FeedReading> readings;
  readings.push_back(ALONGSIDE_TRY(read_folder(folder, today)));
  if (!readings.front().failed.empty()) {
    return Error{ErrorCode::InvalidInput, "There is no service here that can be taken, so nothing was changed.\n" +
                                              readings.front().report.text()};
  }
  OfferImport import = ALONGSIDE_TRY(import_readings(database, std::move(readings), {""}));
  return std::move(import.feeds.front().report);
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
