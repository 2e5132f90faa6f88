// A council that dies at each step of SQL of a push, before the step and before its answer, on SQLite and on
// PostgreSQL: what the device then sends again is there exactly once, and nothing else is.
#include "app/server/storage/postgres_connection.hpp"
#include "app/server/storage/sqlite_connection.hpp"
#include "tests/support/postgres_test_place.hpp"
#include "tests/unit/server/crashing_connection.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;

constexpr std::uint8_t first_device = 10;

// One council's database of either kind, that is opened again and again.
class CrashBench {
 public:
  explicit CrashBench(DatabaseKind kind) : kind_(kind) {
    if (kind_ == DatabaseKind::Postgres) {
      name_ = testing::new_postgres_database("crash");
    } else {
      std::string folder = (std::filesystem::temp_directory_path() / "alongside-crash-XXXXXX").string();
      REQUIRE(mkdtemp(folder.data()) != nullptr);
      name_ = folder;
    }
    CrashPlan never;
    SyncServer server(1, opener(never));
    sam = server.person(1);
    const Actor alex = server.person(2);
    riley = server.child(1);
    server.relate(sam, riley);
    server.relate(alex, riley);
    TestDevice phone(server, sam, 9);
    // What is shared reaches another feed too.
    REQUIRE(phone.make(riley, share(alex, Facet::CareNotes, wire::ShareLevel::See)).outcome == Outcome::Applied);
  }
  ~CrashBench() {
    if (kind_ == DatabaseKind::Postgres) testing::drop_postgres_database(name_);
    if (kind_ == DatabaseKind::Sqlite) std::filesystem::remove_all(name_);
  }
  CrashBench(const CrashBench&) = delete;
  CrashBench& operator=(const CrashBench&) = delete;

  std::function<Result<void>(Database&)> opener(CrashPlan& plan) const {
    return [this, &plan](Database& database) -> Result<void> {
      auto crashing = std::make_unique<CrashingConnection>(ALONGSIDE_TRY(connection()), plan);
      database.open(std::move(crashing));
      return {};
    };
  }

  Actor sam;
  wire::Subject riley;

 private:
  Result<std::unique_ptr<DatabaseConnection>> connection() const {
    if (kind_ == DatabaseKind::Postgres) {
      auto postgres = std::make_unique<PostgresConnection>();
      ALONGSIDE_TRY(postgres->open(testing::postgres_test_place(name_), PostgresUse::Write));
      return std::unique_ptr<DatabaseConnection>(std::move(postgres));
    }
    auto sqlite = std::make_unique<SqliteConnection>();
    ALONGSIDE_TRY(sqlite->open(name_ + "/a.sqlite"));
    return std::unique_ptr<DatabaseConnection>(std::move(sqlite));
  }

  DatabaseKind kind_;
  std::string name_;  // of the database, or the folder
};

struct Totals {
  std::int64_t documents, results, audit, feeds;
  bool operator==(const Totals&) const = default;
};

Totals totals(SyncServer& server) {
  auto ends = server.database.prepare("SELECT sum(place) FROM feed_end");
  REQUIRE(ends->step().ok());
  return {server.count("document"), server.count("operation_result"), server.count("audit"), ends->column_integer(0)};
}

// The same two notes are changed each time, one of which is shared: a change that was made twice would be a conflict.
std::vector<wire::Operation> changes_of(CrashBench& bench, TestDevice& phone, std::uint64_t version) {
  const auto text = std::to_string(version);
  return {
      phone.operation(bench.riley, fact(test_id<DocumentId>(7, 1), Facet::CareNotes, "Likes water " + text), version),
      phone.operation(bench.riley, fact(test_id<DocumentId>(7, 2), Facet::Plan, "Swims " + text), version)};
}

// One device's push with a crash; then the same again. How many steps it had, where none was asked for.
int push_through(CrashBench& bench, std::uint8_t device, CrashPlan plan, bool& crashed) {
  const auto version = static_cast<std::uint64_t>(device - first_device);
  std::vector<wire::Operation> changes;
  const int at = std::exchange(plan.at, 0);
  Totals before{};
  {
    SyncServer server(device, bench.opener(plan));
    TestDevice phone(server, bench.sam, device);
    changes = changes_of(bench, phone, version);
    before = totals(server);
    plan.at = at == 0 ? 0 : plan.steps + at;
    const int begun = plan.steps;
    const auto reply = phone.push(changes, 1);
    crashed = plan.crashed;
    CHECK(reply.ok() == !crashed);
    if (!crashed) {
      for (const auto& result : reply->results) CHECK(result.outcome == Outcome::Applied);
      return plan.steps - begun;
    }
  }
  CrashPlan never;
  SyncServer server(device, bench.opener(never));
  TestDevice phone(server, bench.sam, device);
  const auto again = phone.push(changes, 1);
  REQUIRE(again.ok());
  CHECK(again->committed == 2);
  for (const auto& result : again->results) {
    CHECK(result.outcome == Outcome::Applied);
    CHECK(result.version == version + 1);
  }
  const Totals after = totals(server);
  CHECK(after == Totals{before.documents, before.results + 2, before.audit + 2, before.feeds + 3});
  return at;
}

void crash_everywhere(DatabaseKind kind) {
  CrashBench bench(kind);
  bool crashed = true;
  std::uint8_t device = first_device;
  push_through(bench, device, {}, crashed);  // the notes are new
  const int steps = push_through(bench, ++device, {}, crashed);
  REQUIRE(steps > 20);
  for (const CrashWhen when : {CrashWhen::BeforeTheStep, CrashWhen::BeforeItsAnswer}) {
    for (int at = 1; at <= steps; ++at) {
      CrashPlan plan;
      plan.at = at;
      plan.when = when;
      CAPTURE(at);
      push_through(bench, ++device, plan, crashed);
      CHECK(crashed);
    }
  }
  MESSAGE("crashed at each of ", steps, " steps, before it and before its answer");
}

TEST_CASE("a council that dies at any step of SQL on its file keeps each change once") {
  crash_everywhere(DatabaseKind::Sqlite);
}

TEST_CASE("a council that dies at any step of SQL on PostgreSQL keeps each change once" *
          doctest::skip(testing::postgres_socket().empty())) {
  crash_everywhere(DatabaseKind::Postgres);
}

}  // namespace
}  // namespace alongside::server
