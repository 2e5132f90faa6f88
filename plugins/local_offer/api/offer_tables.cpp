#include "plugins/local_offer/api/offer_tables.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

using server::Step;

constexpr server::Migration migrations_[] = {
    {1, "services and the list's version",
     "CREATE TABLE local_offer_service ("
     "  id TEXT PRIMARY KEY, name TEXT NOT NULL, listed INTEGER NOT NULL, frame BLOB NOT NULL) STRICT;"
     "CREATE INDEX local_offer_service_by_name ON local_offer_service (listed, name);"
     "CREATE TABLE local_offer_version (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL) STRICT;"
     "INSERT INTO local_offer_version (one, version) VALUES (1, 0);"},
    {2, "the records that services were made from",
     "CREATE TABLE local_offer_record (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;"},
    {3, "synonyms and postcodes that were imported",
     "CREATE TABLE local_offer_synonym ("
     "  number INTEGER NOT NULL, place INTEGER NOT NULL, phrase TEXT NOT NULL, PRIMARY KEY (number, place)) STRICT;"
     "CREATE TABLE local_offer_postcode (name TEXT PRIMARY KEY, latitude_e7 INTEGER NOT NULL, "
     "  longitude_e7 INTEGER NOT NULL, postcodes INTEGER NOT NULL) STRICT, WITHOUT ROWID;"},
    {4, "proposals of providers, and which services were approved by the council itself",
     "CREATE TABLE local_offer_proposal (id BLOB PRIMARY KEY CHECK (length(id) = 16), day INTEGER NOT NULL, "
     "  state INTEGER NOT NULL, frame BLOB NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE local_offer_own (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"},
    // What is there came from one feed without a name.
    {5, "what each feed gave, and what was decided about services that look alike",
     "CREATE TABLE local_offer_feed_service (feed TEXT NOT NULL, id TEXT NOT NULL, frame BLOB NOT NULL, "
     "  record TEXT NOT NULL, PRIMARY KEY (feed, id)) STRICT;"
     "INSERT INTO local_offer_feed_service SELECT '', id, frame, record FROM local_offer_service "
     "  JOIN local_offer_record USING (id) WHERE id NOT IN (SELECT id FROM local_offer_own);"
     "CREATE TABLE local_offer_likeness (first TEXT NOT NULL, second TEXT NOT NULL, verdict INTEGER NOT NULL, "
     "  officer TEXT NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (first, second)) STRICT, WITHOUT ROWID;"}};

bool is_listed(const ServiceSummary& service) {
  return service.status == Status::Active || service.status == Status::TemporarilyClosed;
}

}  // namespace

std::span<const server::Migration> OfferTables::migrations() { return migrations_; }

Result<std::optional<ServiceDetail>> OfferTables::service(std::string_view id) {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT frame FROM local_offer_service WHERE id = ?1 AND listed = 1"));
  select.bind(1, id);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<ServiceDetail>();
  return std::optional<ServiceDetail>(ALONGSIDE_TRY(wire::decode_frame<ServiceDetail>(select.column_bytes(0))));
}

Result<OfferList> OfferTables::list() {
  OfferList list;
  list.version = ALONGSIDE_TRY(version());
  ALONGSIDE_TRY(each_service([&list](const ServiceDetail& service) { list.services.push_back(service.summary); }));
  return list;
}

Result<void> OfferTables::each_service(const std::function<void(const ServiceDetail&)>& take) {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT frame FROM local_offer_service WHERE listed = 1 ORDER BY name, id"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row)
    take(ALONGSIDE_TRY(wire::decode_frame<ServiceDetail>(select.column_bytes(0))));
  return {};
}

Result<std::uint64_t> OfferTables::version() {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT version FROM local_offer_version"));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::uint64_t{0};
  return static_cast<std::uint64_t>(select.column_integer(0));
}

Result<std::optional<std::string>> OfferTables::record(std::string_view id) {
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT record FROM local_offer_record JOIN local_offer_service USING (id) WHERE id = ?1 AND listed = 1"));
  select.bind(1, id);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<std::string>();
  return std::optional<std::string>(select.column_text(0));
}

Result<void> OfferTables::each_record(const std::function<Result<void>(std::string_view record)>& take) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT record FROM local_offer_service JOIN local_offer_record USING (id) WHERE listed = 1 "
                        "ORDER BY name, id"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) ALONGSIDE_TRY(take(select.column_text(0)));
  return {};
}

Result<std::map<std::string, StoredService>> OfferTables::stored() {
  std::map<std::string, StoredService> stored;
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT id, frame, coalesce(record, '') FROM local_offer_service LEFT JOIN local_offer_record USING (id)"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const auto bytes = select.column_bytes(1);
    stored.emplace(select.column_text(0),
                   StoredService{Bytes(bytes.begin(), bytes.end()), std::string(select.column_text(2))});
  }
  return stored;
}

Result<void> OfferTables::put(const ServiceDetail& service, const StoredService& stored) {
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO local_offer_service (id, name, listed, frame) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (id) DO UPDATE SET name = excluded.name, listed = excluded.listed, frame = excluded.frame"));
  const ServiceSummary& summary = service.summary;
  ALONGSIDE_TRY(insert.bind(1, summary.id)
                    .bind(2, summary.name)
                    .bind(3, is_listed(summary) ? 1 : 0)
                    .bind_bytes(4, stored.frame)
                    .run());
  auto record =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO local_offer_record (id, record) VALUES (?1, ?2)"
                                      " ON CONFLICT (id) DO UPDATE SET record = excluded.record"));
  return record.bind(1, summary.id).bind(2, stored.record).run();
}

Result<void> OfferTables::remove(std::string_view id) {
  auto service = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_service WHERE id = ?1"));
  ALONGSIDE_TRY(service.bind(1, id).run());
  auto record = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_record WHERE id = ?1"));
  return record.bind(1, id).run();
}

Result<std::set<std::string>> OfferTables::own() {
  std::set<std::string> ids;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT id FROM local_offer_own"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) ids.emplace(select.column_text(0));
  return ids;
}

Result<void> OfferTables::put_own(std::string_view id) {
  auto insert = ALONGSIDE_TRY(database_.prepare("INSERT INTO local_offer_own (id) VALUES (?1) ON CONFLICT DO NOTHING"));
  return insert.bind(1, id).run();
}

Result<void> OfferTables::remove_own(std::string_view id) {
  ALONGSIDE_TRY(remove(id));
  auto own = ALONGSIDE_TRY(database_.prepare("DELETE FROM local_offer_own WHERE id = ?1"));
  return own.bind(1, id).run();
}

Result<void> OfferTables::raise_version() {
  return database_.execute("UPDATE local_offer_version SET version = version + 1");
}

}  // namespace alongside::local_offer
