// A database that an earlier edition made, with everything in it, becomes today's with nothing lost. The earlier one is
// made out of today's: its features' first migrations, and of each row the columns that they knew.
#include "app/server/migration.hpp"
#include "app/server/readiness.hpp"
#include "app/server/storage/copy_rows.hpp"
#include "tests/support/postgres_test_place.hpp"
#include "tests/unit/server/whole_council.hpp"

#include <algorithm>
#include <atomic>

using namespace alongside;
using namespace alongside::testing;

namespace {

using Names = std::vector<std::string>;

Names names_in(server::Database& database, const std::string& sql) {
  auto rows = database.prepare(sql);
  REQUIRE_MESSAGE(rows.ok(), rows.error().detail);
  Names names;
  while (rows->step().value() == server::Step::Row) names.emplace_back(rows->column_text(0));
  return names;
}
Names tables_of(server::Database& database, const std::string& schema) {
  return names_in(database, "SELECT name FROM " + schema +
                                ".sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'migration' ORDER BY name");
}
Names columns_of(server::Database& database, const std::string& schema, const std::string& table) {
  return names_in(database, "SELECT name FROM pragma_table_info('" + table + "', '" + schema + "') ORDER BY name");
}
std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + "\"";
  return text;
}
// Of both.
std::string common_columns(server::Database& database, const std::string& one, const std::string& other,
                           const std::string& table) {
  const Names first = columns_of(database, one, table), second = columns_of(database, other, table);
  Names common;
  std::ranges::set_intersection(first, second, std::back_inserter(common));
  return joined(common);
}

std::size_t editions(WholeCouncil& council) {
  std::size_t most = 0;
  for (const auto& feature : council.application().features()) most = std::max(most, feature->migrations().size());
  return most;
}

void make_older_tables(WholeCouncil& council, std::size_t edition, server::Database& older) {
  REQUIRE(apply_migrations(older, "server", server::Readiness::migrations()).ok());
  for (const auto& feature : council.application().features()) {
    const auto all = feature->migrations();
    REQUIRE(apply_migrations(older, feature->id(), all.first(std::min(edition, all.size()))).ok());
  }
}

// Everything that this council has, as far as its edition of so many migrations a feature knew it.
void write_older(WholeCouncil& council, std::size_t edition, const std::string& file) {
  server::Database older;
  REQUIRE(older.open(file).ok());
  make_older_tables(council, edition, older);
  REQUIRE(older.execute("PRAGMA foreign_keys = OFF; ATTACH '" + council.database_file() + "' AS today;").ok());
  for (const std::string& table : tables_of(older, "main")) {
    const std::string columns = common_columns(older, "main", "today", table);
    const auto copied = older.execute("DELETE FROM main." + table + "; INSERT INTO main." + table + " (" + columns +
                                      ") SELECT " + columns + " FROM today." + table + ";");
    REQUIRE_MESSAGE(copied.ok(), table << ": " << copied.error().detail);
  }
  REQUIRE(older.execute("DETACH today;").ok());
  older.close();
}

// A row is lost when what the earlier edition knew of it is not there any more.
void check_nothing_lost(WholeCouncil& council, const std::string& older, const std::string& now) {
  server::Database& database = council.database();
  REQUIRE(database.execute("ATTACH '" + older + "' AS older; ATTACH '" + now + "' AS upgraded;").ok());
  std::size_t tables = 0;
  for (const std::string& table : tables_of(database, "older")) {
    CAPTURE(table);
    const std::string columns = common_columns(database, "older", "upgraded", table);
    REQUIRE_FALSE(columns.empty());
    CHECK(council.count("(SELECT " + columns + " FROM older." + table + " EXCEPT SELECT " + columns +
                        " FROM upgraded." + table + ")") == 0);
    CHECK(council.count("older." + table) == council.count("upgraded." + table));
    tables += council.count("older." + table) > 0 ? 1 : 0;
  }
  CHECK(tables >= 12);
  REQUIRE(database.execute("DETACH older; DETACH upgraded;").ok());
}

void upgrade(WholeCouncil& council, server::Database& database) {
  const auto migrated = council.application().migrate(database);
  REQUIRE_MESSAGE(migrated.ok(), migrated.error().detail);
}

void copy(server::Database& from, server::Database& to) {
  const std::atomic<bool> stopping = false;
  const auto copied = server::copy_rows(from, to, stopping);
  REQUIRE_MESSAGE(copied.ok(), copied.error().detail);
}

// What this older one has goes to a PostgreSQL of the same edition, which becomes today's; then it all comes back.
void upgrade_on_postgres(WholeCouncil& council, std::size_t edition, const std::string& older,
                         const std::string& upgraded) {
  const std::string name = "older_" + std::to_string(edition);
  REQUIRE(make_postgres_database(name));
  {
    server::Database file, postgres, reading, now;
    REQUIRE(file.open(older).ok());
    REQUIRE(postgres.open(postgres_test_place(name)).ok());
    make_older_tables(council, edition, postgres);
    copy(file, postgres);
    upgrade(council, postgres);
    REQUIRE(now.open(upgraded).ok());
    upgrade(council, now);
    REQUIRE(reading.open_to_read(postgres_test_place(name)).ok());
    copy(reading, now);
  }
  drop_postgres_database(name);
}

void fill(WholeCouncil& council) {
  council.put(Who::Parent, child, wire::Facet::School, fact_of(wire::Facet::School, "Bus at 8"));
  council.put(Who::Sharer, child, wire::Facet::Money, fact_of(wire::Facet::Money, "Paid on Mondays"));
  council.must("household", "sign-out", {id_of(Who::Parent)});
  council.must("household", "hold", {id_of(Who::Carer), "A complaint"});
  const std::string device = "x'40000000000040008000000000000001'", change = "x'50000000000040008000000000000001'";
  council.execute("INSERT INTO device (person, id, last, backed_up) VALUES (" + sql_id(Who::Parent) + ", " + device +
                  ", 1, 0); INSERT INTO operation_result (person, device, sequence, operation, outcome, code, version)"
                  " VALUES (" +
                  sql_id(Who::Parent) + ", " + device + ", 1, " + change + ", 0, '', 1);");
}

}  // namespace

TEST_CASE("what a council of any earlier edition kept is all there after it takes today's") {
  WholeCouncil council;
  fill(council);
  const std::size_t today = editions(council);
  REQUIRE(today >= 9);
  for (std::size_t edition = 1; edition < today; ++edition) {
    CAPTURE(edition);
    const std::string older = council.path("older" + std::to_string(edition)), upgraded = older + "_upgraded";
    write_older(council, edition, older);
    std::filesystem::copy_file(older, upgraded);
    server::Database database;
    REQUIRE(database.open(upgraded).ok());
    upgrade(council, database);
    database.close();
    check_nothing_lost(council, older, upgraded);
  }
}

TEST_CASE("on PostgreSQL too a council of any earlier edition keeps everything" *
          doctest::skip(postgres_socket().empty())) {
  WholeCouncil council;
  fill(council);
  for (std::size_t edition = 1; edition < editions(council); ++edition) {
    CAPTURE(edition);
    const std::string older = council.path("older" + std::to_string(edition)), upgraded = older + "_upgraded";
    write_older(council, edition, older);
    upgrade_on_postgres(council, edition, older, upgraded);
    check_nothing_lost(council, older, upgraded);
  }
}
