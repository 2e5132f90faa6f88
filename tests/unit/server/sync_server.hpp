// A whole council in memory for tests: the family's tables, documents, feeds and operations, with a
// clock and a chance that the test holds. No HTTP. TestDevice is one person in one browser.
#pragma once

#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/family/relationships.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/sync_service.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace alongside::server {

class TestClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return now; }
  Date today() const override { return day; }
  std::int64_t now = 1'795'000'000'000;
  Date day{20'779};
};

// The same numbers in every run; never fit for secrets.
class TestChance final : public Chance {
 public:
  explicit TestChance(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override;
  std::uint64_t next();
  void begin_again(std::uint64_t seed) { state_ = seed; }

 private:
  std::uint64_t state_;
};

template <class Id>
Id test_id(std::uint8_t kind, std::uint8_t number) {
  IdBytes bytes{};
  bytes[0] = kind;
  bytes[15] = number;
  return Id(bytes);
}

class SyncServer {
 public:
  // In memory it is a database of its own on PostgreSQL where there is one (tests/support/with_postgres.sh).
  explicit SyncServer(std::uint64_t seed = 1, const std::string& path = ":memory:");
  SyncServer(std::uint64_t seed, const std::function<Result<void>(Database&)>& open);
  ~SyncServer();

  Actor person(std::uint8_t number);  // new, in the household
  wire::Subject child(std::uint8_t number);
  void relate(const Actor& person, const wire::Subject& child, wire::FamilyRole role = wire::FamilyRole::Parent);
  void restrict(const Actor& person, const wire::Subject& child);
  wire::Subject own(const Actor& person) const { return {person.household, SubjectId(person.person.bytes())}; }
  std::int64_t count(const std::string& table);

  std::string own_postgres;  // the name of that database; empty: there is none
  HouseholdId household = test_id<HouseholdId>(1, 1);
  Database database;
  TestClock clock;
  TestChance chance;
  AccessTable table;
  Access access{database, table, clock};
  Documents documents{database, access};
  Operations operations;
  SyncService service{database, access, documents, operations, clock};
};

class TestDevice {
 public:
  TestDevice(SyncServer& server, const Actor& actor, std::uint8_t number)
      : server_(server), actor_(actor), id(test_id<DeviceId>(9, number)) {}

  // One change, pushed at once. A result that is not there fails the test.
  template <wire::Message T>
  wire::OperationResult make(const wire::Subject& subject, const T& payload, std::uint64_t base_version = 0) {
    return send(operation(subject, payload, base_version));
  }
  template <wire::Message T>
  wire::Operation operation(const wire::Subject& subject, const T& payload, std::uint64_t base_version = 0) {
    return operation_of(subject, T::schema, wire::encode_payload(payload), base_version);
  }
  wire::Operation operation_of(const wire::Subject& subject, wire::SchemaId schema, Bytes payload,
                               std::uint64_t base_version);
  wire::OperationResult send(const wire::Operation& operation);
  wire::Push push_of(const std::vector<wire::Operation>& operations, std::uint64_t first) const;
  Result<wire::PushReply> push(const std::vector<wire::Operation>& operations, std::uint64_t first);
  wire::FeedPage feed(std::uint64_t since = 0);

 private:
  SyncServer& server_;
  Actor actor_;

 public:
  DeviceId id;
  std::uint64_t next = 1;
};

wire::Fact fact(SyncServer& server, wire::Facet facet, const std::string& text);
wire::Fact fact(const DocumentId& id, wire::Facet facet, const std::string& text);
wire::Share share(const Actor& viewer, wire::Facet facet, wire::ShareLevel level);
// The document of this id in a page, or nullptr.
const wire::Document* document_in(const wire::FeedPage& page, DocumentId id);

}  // namespace alongside::server
