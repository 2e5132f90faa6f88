// Database on a real PostgreSQL (tests/support/with_postgres.sh): what it keeps, what it refuses, and what becomes of a
// connection that is cut.
#include "app/server/database.hpp"
#include "app/server/migration.hpp"
#include "tests/support/postgres_test_place.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace alongside;
using namespace alongside::server;

namespace {

// A database of its own, gone with its owner.
class Council {
 public:
  explicit Council(const std::string& more = "") {
    static int made = 0;
    name_ = "unit_" + std::to_string(++made);
    REQUIRE(testing::make_postgres_database(name_, more));
  }
  ~Council() { testing::drop_postgres_database(name_); }

  PostgresPlace place() const { return testing::postgres_test_place(name_); }
  void open(Database& database) const {
    const auto opened = database.open(place());
    REQUIRE_MESSAGE(opened.ok(), opened.error().detail);
  }
  // Every connection to it but the administrator's own is cut.
  void cut() const {
    REQUIRE(testing::ask_postgres(name_,
                                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                  " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

std::int64_t integer(Database& database, const char* sql) {
  auto statement = database.prepare(sql);
  REQUIRE(statement.ok());
  const auto step = statement->step();
  REQUIRE_MESSAGE(step.ok(), step.error().detail);
  return statement->column_integer(0);
}

void must(Database& database, const char* sql) {
  const auto done = database.execute(sql);
  REQUIRE_MESSAGE(done.ok(), done.error().detail);
}

std::string refusal(const PostgresPlace& place, ErrorCode code) {
  Database database;
  const auto opened = database.open(place);
  REQUIRE(!opened.ok());
  CHECK(opened.error().code == code);
  CHECK(opened.error().detail.find("a password") == std::string::npos);
  return opened.error().detail;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("PostgreSQL gives every kind of value back as it was bound") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT) STRICT");
  auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
  const std::array<std::uint8_t, 3> bytes = {0, 255, 7};
  insert->bind(1, std::int64_t{1} << 62).bind(2, 0.5).bind(3, "ŵ").bind_bytes(4, bytes).bind_null(5);
  REQUIRE(insert->run().ok());
  insert->bind(1, -3).bind(2, -1e300).bind(3, std::string_view()).bind_bytes(4, {}).bind(5, std::string("x"));
  REQUIRE(insert->run().ok());
  CHECK(database.changes() == 1);
  auto select = database.prepare("SELECT i, r, s, b, n, i > 0, length(b) FROM t ORDER BY i DESC");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_integer(0) == std::int64_t{1} << 62);
  CHECK(select->column_real(1) == 0.5);
  CHECK(select->column_text(2) == "ŵ");
  CHECK(std::vector<std::uint8_t>(select->column_bytes(3).begin(), select->column_bytes(3).end()) ==
        std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
  CHECK(select->column_is_null(4));
  CHECK(select->column_integer(5) == 1);
  CHECK(select->column_integer(6) == 3);
  CHECK(select->column_text(0) == "4611686018427387904");
  REQUIRE(select->step().value() == Step::Row);
  CHECK(select->column_integer(0) == -3);
  CHECK(select->column_real(1) == -1e300);
  CHECK(!select->column_is_null(2));
  CHECK(select->column_text(2) == "");
  CHECK(!select->column_is_null(3));
  CHECK(select->column_text(4) == "x");
  CHECK(select->step().value() == Step::Done);
  CHECK(select->step().value() == Step::Row);  // it begins anew
}

TEST_CASE("sums of PostgreSQL are numbers of any size and sign") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER) STRICT");
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{9'999}, std::int64_t{10'000},
        std::int64_t{-120'000'000}, std::int64_t{9'007'199'254'740'993}, std::int64_t{-9'223'372'036'854'775'807}}) {
    must(database, "DELETE FROM t");
    REQUIRE(database.prepare("INSERT INTO t VALUES (?1)")->bind(1, value).run().ok());
    CHECK(integer(database, "SELECT sum(i) FROM t") == value);
  }
  CHECK(integer(database, "SELECT coalesce(sum(i), 0) FROM t WHERE i = 5") == 0);
}

TEST_CASE("PostgreSQL sorts by bytes, as SQLite does, whatever its own language is") {
  const Council council;
  Database database;
  council.open(database);
  must(database,
       "CREATE TABLE t (s TEXT PRIMARY KEY) STRICT; INSERT INTO t VALUES ('b'), ('a'), ('B'), ('â'), ('A b')");
  CHECK(integer(database, "SELECT count(*) FROM t WHERE s < 'a'") == 2);
  auto rows = database.prepare("SELECT s FROM t ORDER BY s");
  std::string all;
  while (rows->step().value() == Step::Row) all += std::string(rows->column_text(0)) + " ";
  CHECK(all == "A b B a b â ");
}

TEST_CASE(
    "a constraint of PostgreSQL is a conflict, its rows are not told, and what is inside can be undone by itself") {
  const Council council;
  Database database;
  council.open(database);
  must(database,
       "CREATE TABLE t (s TEXT PRIMARY KEY) STRICT;"
       "CREATE TRIGGER t_stays BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'it stays'); END");
  auto outer = Transaction::create(database);
  REQUIRE(outer.ok());
  must(database, "INSERT INTO t VALUES ('KINGFISHER')");
  {
    auto inside = Transaction::create(database);
    REQUIRE(inside.ok());
    const auto twice = database.execute("INSERT INTO t VALUES ('KINGFISHER')");
    CHECK(twice.error().code == ErrorCode::Conflict);
    CHECK(!has(twice.error().detail, "KINGFISHER"));
  }
  REQUIRE(outer->commit().ok());
  CHECK(integer(database, "SELECT count(*) FROM t") == 1);
  const auto deleted = database.execute("DELETE FROM t");
  CHECK(deleted.error().code == ErrorCode::Conflict);
  CHECK(has(deleted.error().detail, "it stays"));
  CHECK(!database.broken());
}

TEST_CASE("a transaction in which a statement failed is never kept in part") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT");
  {
    auto transaction = Transaction::create(database);
    must(database, "INSERT INTO t VALUES (1)");
    CHECK(!database.execute("INSERT INTO t VALUES (1)").ok());
    CHECK(!database.execute("INSERT INTO t VALUES (2)").ok());
    CHECK(!transaction->commit().ok());
  }
  CHECK(!database.in_transaction());
  CHECK(integer(database, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("a mistake in a statement or a text that PostgreSQL cannot keep is an error, not a broken database") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER, s TEXT) STRICT");
  CHECK(!database.prepare("SELEC")->step().ok());
  CHECK(!database.prepare("").ok());
  CHECK(!database.prepare("SELECT nothing FROM t")->step().ok());
  CHECK(database.prepare("SELECT 1")->bind(9, 1).step().error().code == ErrorCode::Storage);
  auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2)");
  CHECK(insert->bind(1, 1).bind(2, std::string("a\0b", 3)).run().error().code == ErrorCode::InvalidInput);
  CHECK(insert->bind(1, 1).bind(2, "\xff").run().error().code == ErrorCode::InvalidInput);
  CHECK(!database.broken());
  CHECK(integer(database, "SELECT count(*) FROM t") == 0);
}

TEST_CASE("statements know nothing of each other nor of their first time, and see tables as they are now") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER, s TEXT) STRICT; INSERT INTO t VALUES (1, 'a'), (2, 'b')");
  const char* select = "SELECT i FROM t WHERE i > ?1 ORDER BY i";
  auto one = database.prepare(select);
  auto other = database.prepare(select);
  REQUIRE(one->bind(1, 0).step().value() == Step::Row);
  must(database, "DELETE FROM t WHERE i = 2");  // the rows of the first are here already
  REQUIRE(other->bind(1, 0).step().value() == Step::Row);
  CHECK(one->step().value() == Step::Row);
  CHECK(other->step().value() == Step::Done);
  const char* put = "INSERT INTO t VALUES (?1, ?2)";
  REQUIRE(database.prepare(put)->bind(1, 5).bind(2, "secret").run().ok());
  REQUIRE(database.prepare(put)->bind(1, 6).run().ok());  // nothing is bound to the text
  CHECK(integer(database, "SELECT count(*) FROM t WHERE s = 'secret'") == 1);
  CHECK(integer(database, "SELECT * FROM t WHERE i = 1") == 1);
  must(database, "DROP TABLE t; CREATE TABLE t (s TEXT, i INTEGER) STRICT; INSERT INTO t VALUES ('7', 1)");
  CHECK(database.prepare("SELECT * FROM t WHERE i = 1")->step().ok());
}

TEST_CASE("migrations are applied once to PostgreSQL, and those of a newer program are refused") {
  const Council council;
  constexpr Migration all[] = {{1, "a", "CREATE TABLE a (n INTEGER PRIMARY KEY, s TEXT NOT NULL) STRICT"},
                               {2, "b", "ALTER TABLE a ADD COLUMN b BLOB NOT NULL DEFAULT x'';"}};
  {
    Database older;
    council.open(older);
    REQUIRE(apply_migrations(older, "one", std::span(all).first(1)).ok());
    REQUIRE(older.prepare("INSERT INTO a (s) VALUES (?1) RETURNING n")->bind(1, "x").step().value() == Step::Row);
  }
  Database database;
  council.open(database);
  REQUIRE(apply_migrations(database, "one", all).ok());
  REQUIRE(apply_migrations(database, "one", all).ok());
  CHECK(integer(database, "SELECT length(b) FROM a") == 0);
  CHECK(integer(database, "SELECT count(*) FROM migration") == 2);
  CHECK(database.has_table("a").value());
  CHECK(!database.has_table("z").value());
  CHECK(apply_migrations(database, "one", std::span(all).first(1)).error().code == ErrorCode::Incompatible);
  // Half of one is none of it.
  constexpr Migration bad[] = {{1, "c", "CREATE TABLE c (n INTEGER) STRICT; CREATE TABLE a (n INTEGER) STRICT"}};
  CHECK(!apply_migrations(database, "two", bad).ok());
  CHECK(!database.has_table("c").value());
}

TEST_CASE("two council-apis never have one PostgreSQL database at once") {
  const Council council;
  Database first;
  council.open(first);
  CHECK(has(refusal(council.place(), ErrorCode::Conflict), "another council-api is using the database"));
  first.close();
  Database second;
  council.open(second);
  const Council other;
  Database beside;
  other.open(beside);  // another council on the same server
}

TEST_CASE("a wrong password, a database that is not there and a server that is not there are told apart") {
  const Council council;
  PostgresPlace wrong = council.place();
  wrong.password = "not a password of these tests";
  CHECK(has(refusal(wrong, ErrorCode::NotAllowed), "does not let us in"));
  wrong.password.clear();
  refusal(wrong, ErrorCode::NotAllowed);
  PostgresPlace nowhere = council.place();
  nowhere.name = "no_such_database";
  CHECK(has(refusal(nowhere, ErrorCode::NotAllowed), "no_such_database"));
  PostgresPlace nobody = council.place();
  nobody.host = "/nonexistent";
  CHECK(has(refusal(nobody, ErrorCode::Unavailable), "cannot be reached"));
}

TEST_CASE("a database that cannot keep every language is refused") {
  const Council council("--encoding=SQL_ASCII --template=template0 --locale=C --locale-provider=libc");
  CHECK(has(refusal(council.place(), ErrorCode::Incompatible), "UTF-8"));
}

TEST_CASE(
    "a connection that is cut in the middle of a transaction leaves nothing of it, and the next one begins anew") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER) STRICT; INSERT INTO t VALUES (1)");
  {
    auto transaction = Transaction::create(database);
    must(database, "INSERT INTO t VALUES (2)");
    council.cut();
    const auto after = database.execute("INSERT INTO t VALUES (3)");
    CHECK(after.error().code == ErrorCode::Storage);
    CHECK(!transaction->commit().ok());
  }
  CHECK(database.broken());
  CHECK(!database.prepare("SELECT 1")->step().ok());
  Database next;
  council.open(next);
  CHECK(integer(next, "SELECT sum(i) FROM t") == 1);
}

TEST_CASE("a connection that is cut before its commit is answered says that nothing was kept for sure") {
  const Council council;
  Database database;
  council.open(database);
  must(database, "CREATE TABLE t (i INTEGER) STRICT");
  auto transaction = Transaction::create(database);
  must(database, "INSERT INTO t VALUES (2)");
  council.cut();
  CHECK(transaction->commit().error().code == ErrorCode::Storage);
  CHECK(database.broken());
}

TEST_CASE("what was committed waits for the disk, whatever the database's own setting is") {
  const Council council;
  REQUIRE(testing::ask_postgres(council.name(), "ALTER ROLE alongside SET synchronous_commit = off"));
  Database database;
  council.open(database);
  CHECK(integer(database, "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_commit' AND setting = 'on'") ==
        1);
  REQUIRE(testing::ask_postgres(council.name(), "ALTER ROLE alongside RESET synchronous_commit"));
}
