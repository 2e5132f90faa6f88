#include "app/server/database.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace alongside;
using namespace alongside::server;

namespace {

void open(Database& database, const std::string& path = ":memory:") { REQUIRE(database.open(path).ok()); }

std::int64_t integer(Database& database, const char* sql) {
  auto statement = database.prepare(sql);
  REQUIRE(statement.ok());
  REQUIRE(statement->step().value() == Step::Row);
  return statement->column_integer(0);
}

}  // namespace

TEST_CASE("every kind of value comes back as it was bound") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT) STRICT").ok());
  auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
  REQUIRE(insert.ok());
  const std::array<std::uint8_t, 3> bytes = {0, 255, 7};
  insert->bind(1, std::int64_t{1} << 62).bind(2, 0.5).bind(3, "ŵ").bind_bytes(4, bytes).bind_null(5);
  REQUIRE(insert->run().ok());
  insert->bind(1, 2).bind(2, 1.0).bind(3, std::string_view()).bind_bytes(4, {}).bind(5, std::string("x"));
  REQUIRE(insert->run().ok());
  auto select = database.prepare("SELECT * FROM t");
  REQUIRE(select.ok());
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_integer(0) == std::int64_t{1} << 62);
  CHECK(select->column_real(1) == 0.5);
  CHECK(select->column_text(2) == "ŵ");
  CHECK(std::vector<std::uint8_t>(select->column_bytes(3).begin(), select->column_bytes(3).end()) ==
        std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
  CHECK(select->column_is_null(4));
  REQUIRE(select->step().value() == Step::Row);
  CHECK(!select->column_is_null(2));
  CHECK(select->column_text(2) == "");
  CHECK(select->step().value() == Step::Done);
}

TEST_CASE("a transaction inside another can be undone by itself, and goes with the outer one") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(database.execute("CREATE TABLE part (number INTEGER) STRICT").ok());
  const auto count = [&] {
    auto rows = database.prepare("SELECT count(*) FROM part");
    REQUIRE(rows->step().ok());
    return rows->column_integer(0);
  };
  const auto add_inside = [&](bool commits) {
    auto inside = Transaction::create(database);
    REQUIRE(inside.ok());
    REQUIRE(database.execute("INSERT INTO part VALUES (1)").ok());
    if (commits) REQUIRE(inside->commit().ok());
  };
  {
    auto outer = Transaction::create(database);
    REQUIRE(outer.ok());
    add_inside(true);
    add_inside(false);
    CHECK(count() == 1);
  }
  CHECK(count() == 0);
  auto outer = Transaction::create(database);
  add_inside(true);
  add_inside(false);
  REQUIRE(outer->commit().ok());
  CHECK(count() == 1);
  CHECK_FALSE(database.in_transaction());
}

TEST_CASE("a transaction that is not committed leaves nothing behind") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER) STRICT").ok());
  {
    auto transaction = Transaction::create(database);
    REQUIRE(transaction.ok());
    REQUIRE(database.execute("INSERT INTO t VALUES (1)").ok());
  }
  CHECK(integer(database, "SELECT count(*) FROM t") == 0);
  auto transaction = Transaction::create(database);
  REQUIRE(database.execute("INSERT INTO t VALUES (1)").ok());
  REQUIRE(transaction->commit().ok());
  CHECK(integer(database, "SELECT count(*) FROM t") == 1);
}

TEST_CASE("a mistake in a statement is an error, not a broken database") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT NOT NULL) STRICT").ok());
  CHECK(!database.prepare("SELEC").ok());
  CHECK(!database.prepare("").ok());
  auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2)");
  CHECK(insert->bind(9, 1).step().error().code == ErrorCode::Storage);
  insert->reset();
  REQUIRE(insert->bind(1, 1).bind(2, "a").run().ok());
  CHECK(insert->bind(1, 1).bind(2, "b").run().error().code == ErrorCode::Conflict);
  CHECK(insert->bind(1, 2).bind(2, "c").run().ok());
  CHECK(!database.broken());
  Database closed;
  CHECK(closed.prepare("SELECT 1").error().code == ErrorCode::Storage);
}

TEST_CASE("a statement that is used again knows nothing of the first time") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER PRIMARY KEY, s TEXT) STRICT").ok());
  const char* put = "INSERT INTO t VALUES (?1, ?2)";
  REQUIRE(database.prepare(put)->bind(1, 1).bind(2, "secret").run().ok());
  CHECK(database.prepare(put)->bind(1, 1).run().error().code == ErrorCode::Conflict);
  REQUIRE(database.prepare(put)->bind(1, 2).run().ok());  // nothing is bound to the text
  CHECK(integer(database, "SELECT count(*) FROM t WHERE s = 'secret'") == 1);
  CHECK(database.prepare("SELECT i FROM t ORDER BY i")->step().value() == Step::Row);  // left in the middle
  auto again = database.prepare("SELECT i FROM t ORDER BY i");
  REQUIRE(again->step().value() == Step::Row);
  CHECK(again->column_integer(0) == 1);
}

TEST_CASE("two statements of the same text do not disturb each other") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER) STRICT; INSERT INTO t VALUES (1), (2)").ok());
  const char* select = "SELECT i FROM t WHERE i > ?1 ORDER BY i";
  for (int round = 0; round < 3; ++round) {
    auto one = database.prepare(select);
    auto other = database.prepare(select);
    REQUIRE(one->bind(1, 0).step().value() == Step::Row);
    REQUIRE(other->bind(1, 1).step().value() == Step::Row);
    CHECK(one->column_integer(0) == 1);
    CHECK(other->column_integer(0) == 2);
  }
}

TEST_CASE("a statement that was prepared before the tables changed sees them as they are") {
  Database database;
  open(database);
  REQUIRE(database.execute("CREATE TABLE t (i INTEGER) STRICT; INSERT INTO t VALUES (1)").ok());
  CHECK(integer(database, "SELECT * FROM t") == 1);
  REQUIRE(
      database.execute("DROP TABLE t; CREATE TABLE t (s TEXT, i INTEGER) STRICT; INSERT INTO t VALUES ('7', 2)").ok());
  CHECK(integer(database, "SELECT * FROM t") == 7);
  REQUIRE(database.execute("DROP TABLE t").ok());
  CHECK(database.prepare("SELECT * FROM t")->step().error().code == ErrorCode::Storage);
}

TEST_CASE("a statement still in use when its database is closed harms neither it nor the next") {
  Database database;
  open(database);
  auto select = database.prepare("SELECT 1");
  REQUIRE(select->step().value() == Step::Row);
  open(database);
  CHECK(select->column_integer(0) == 1);
  select = database.prepare("SELECT 2");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_integer(0) == 2);
}

TEST_CASE("a file is kept so that a power cut loses nothing, and a damaged one is refused") {
  std::string folder = (std::filesystem::temp_directory_path() / "alongside-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/a.sqlite";
  {
    Database database;
    open(database, path);
    CHECK(integer(database, "PRAGMA synchronous") == 2);  // FULL
    CHECK(integer(database, "PRAGMA foreign_keys") == 1);
    CHECK(integer(database, "PRAGMA trusted_schema") == 0);
    auto mode = database.prepare("PRAGMA journal_mode");
    REQUIRE(mode->step().value() == Step::Row);
    CHECK(mode->column_text(0) == "wal");
    // DEFENSIVE: not even our own statements may write into the schema.
    CHECK(!database.execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema").ok());
    REQUIRE(database.execute("CREATE TABLE t (i INTEGER) STRICT; INSERT INTO t VALUES (1)").ok());
  }
  std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).write("not a database file", 19);
  Database damaged;
  CHECK(!damaged.open(path).ok());
  CHECK(damaged.broken());
  std::filesystem::remove_all(folder);
}
