#include "app/server/database.hpp"
#include "app/server/migration.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace alongside;
using namespace alongside::server;

namespace {

constexpr std::array shipped = {
    Migration{1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT"},
    Migration{2, "words", "ALTER TABLE note ADD COLUMN words TEXT NOT NULL DEFAULT ''"},
    Migration{3, "index", "CREATE INDEX note_words ON note(words); INSERT INTO note(words) VALUES('made by 3')"},
};

Result<void> migrate(Database& database, std::span<const Migration> migrations) {
  return apply_migrations(database, "probe", migrations);
}

std::string words(Database& database) {
  auto select = database.prepare("SELECT words FROM note");
  if (!select || select->step().value() != Step::Row) return "none";
  return std::string(select->column_text(0));
}

}  // namespace

TEST_CASE("from every shipped version the newest is reached, and applied once") {
  for (std::size_t version = 0; version <= shipped.size(); ++version) {
    CAPTURE(version);
    Database database;
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(migrate(database, std::span(shipped).first(version)).ok());
    REQUIRE(migrate(database, shipped).ok());
    REQUIRE(migrate(database, shipped).ok());
    CHECK(words(database) == "made by 3");
    auto count = database.prepare("SELECT count(*) FROM note");
    REQUIRE(count->step().value() == Step::Row);
    CHECK(count->column_integer(0) == 1);
  }
}

TEST_CASE("a migration that was changed after it shipped stops the start") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(migrate(database, shipped).ok());
  auto changed = shipped;
  changed[1].sql = "ALTER TABLE note ADD COLUMN words TEXT NOT NULL DEFAULT 'x'";
  const auto result = migrate(database, changed);
  CHECK(result.error().code == ErrorCode::Incompatible);
  CHECK(result.error().detail.find("migration 2 of probe") == 0);
}

TEST_CASE("a database from a newer program is refused") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(migrate(database, shipped).ok());
  CHECK(migrate(database, std::span(shipped).first(2)).error().code == ErrorCode::Incompatible);
}

TEST_CASE("a migration that fails half-way leaves no trace of itself") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  const std::array broken = {shipped[0], Migration{2, "broken", "CREATE TABLE half (id INTEGER); SELECT nonsense"}};
  CHECK(migrate(database, broken).error().detail.find("migration 2 of probe: ") == 0);
  CHECK(!database.prepare("SELECT * FROM half").ok());
  CHECK(migrate(database, shipped).ok());
}

TEST_CASE("numbers must count up from one, and features do not see each other's") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  CHECK(migrate(database, std::span(shipped).subspan(1)).error().code == ErrorCode::Internal);
  REQUIRE(migrate(database, shipped).ok());
  const std::array other = {Migration{1, "other", "CREATE TABLE other (id INTEGER) STRICT"}};
  CHECK(apply_migrations(database, "other", other).ok());
}
