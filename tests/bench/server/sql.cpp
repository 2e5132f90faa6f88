#include "tests/bench/server/sql.hpp"

#include "app/server/access/authorise.hpp"
#include "app/server/database.hpp"
#include "app/server/held_clock.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/storage/postgres_connection.hpp"
#include "app/server/storage/sqlite_connection.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/sync_service.hpp"
#include "app/server/sync/system_chance.hpp"
#include "tests/bench/server/load.hpp"
#include "tests/bench/server/people.hpp"
#include "tests/bench/server/recording_connection.hpp"
#include "tests/support/postgres_test_place.hpp"

#include <cstdio>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::bench {

namespace {

using server::DatabaseConnection;
using Connected = std::unique_ptr<DatabaseConnection>;

Result<Connected> connect(const std::string& kind, const std::string& where) {
  if (kind == "sqlite") {
    auto connection = std::make_unique<server::SqliteConnection>();
    ALONGSIDE_TRY(connection->open(where));
    return Connected(std::move(connection));
  }
  auto connection = std::make_unique<server::PostgresConnection>();
  server::PostgresPlace place = testing::postgres_test_place(where);
  place.patience = std::chrono::seconds(5);
  ALONGSIDE_TRY(connection->open(place, server::PostgresUse::Write));
  return Connected(std::move(connection));
}

// The server's own code from the session to the commit, without HTTP around it.
struct InProcess {
  server::Database database{};
  server::HeldClock clock{};
  server::SystemChance chance{};
  server::SessionLimits limits{};
  server::AccessTable table{};
  server::Access access{database, table, clock};
  server::Documents documents{database, access};
  server::Operations operations{};
  server::SyncService sync{database, access, documents, operations, clock};
  server::Sessions sessions{database, clock, chance, limits};

  InProcess() {
    server::add_family_access(table);
    server::add_family_operations(operations, chance);
  }

  Result<server::Actor> actor_of(const BenchPerson& person) {
    const std::string_view cookie = person.cookie;
    const auto token = server::SessionToken::parse(cookie.substr(cookie.find('=') + 1));
    const auto visitor = ALONGSIDE_TRY(sessions.find(token));
    if (visitor.actor.person != person.id()) return Error{ErrorCode::SignedOut, "a cookie signs nobody in"};
    return visitor.actor;
  }

  Result<void> push(BenchPerson& person, std::size_t batch) {
    const wire::Push push = person.next_push(batch);
    const server::Actor actor = ALONGSIDE_TRY(actor_of(person));
    const std::string fault = person.fault_in(push, ALONGSIDE_TRY(sync.push(actor, push)));
    return fault.empty() ? Result<void>() : Error{ErrorCode::Internal, fault};
  }

  Result<void> read(const BenchPerson& person) {
    ALONGSIDE_TRY(sync.feed(ALONGSIDE_TRY(actor_of(person)), 0));
    return {};
  }
};

Result<RecordedSql> record_pushes(const SqlTask& task, std::vector<BenchPerson>& people) {
  RecordedSql record;
  InProcess council;
  auto real = ALONGSIDE_TRY(connect(task.kind, task.record_at));
  council.database.open(std::make_unique<RecordingConnection>(std::move(real), record));
  for (std::size_t i = 0; i < task.requests; ++i) {
    ALONGSIDE_TRY(council.push(people[i % people.size()], task.batch));
    record.events.push_back({});
  }
  return record;
}

// Everybody read once today already: what a first read of the day writes is not in it.
Result<RecordedSql> record_reads(const SqlTask& task, const std::vector<BenchPerson>& people) {
  RecordedSql record;
  InProcess council;
  auto real = ALONGSIDE_TRY(connect(task.kind, task.record_at));
  council.database.open(std::make_unique<RecordingConnection>(std::move(real), record));
  for (const BenchPerson& person : people) ALONGSIDE_TRY(council.read(person));
  record.events.clear();
  for (std::size_t i = 0; i < task.requests; ++i) {
    ALONGSIDE_TRY(council.read(people[i % people.size()]));
    record.events.push_back({});
  }
  return record;
}

Result<void> replay(const RecordedSql& record, const SqlTask& task, const std::string& where, std::string name,
                    std::size_t each) {
  const auto connection = ALONGSIDE_TRY(connect(task.kind, where));
  auto outcome = ALONGSIDE_TRY(record.replay(*connection, std::move(name)));
  outcome.print(each);
  return {};
}

}  // namespace

Result<void> run_sql(const SqlTask& task) {
  auto people = ALONGSIDE_TRY(signed_in_people(task.cookies));
  const RecordedSql pushes = ALONGSIDE_TRY(record_pushes(task, people));
  const std::size_t scripted = task.pgbench.empty() ? 0 : pushes.write_pgbench(task.pgbench);
  std::printf("{\"name\":\"pgbench\",\"count\":%zu}\n", scripted);
  std::fflush(stdout);
  ALONGSIDE_TRY(replay(pushes, task, task.replay_at, "push", task.batch));
  const RecordedSql reads = ALONGSIDE_TRY(record_reads(task, people));
  return replay(reads, task, task.record_at, "read", 1);
}

}  // namespace alongside::bench
