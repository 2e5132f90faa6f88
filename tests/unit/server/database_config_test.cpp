// "database" in a council's configuration, and where its password is read.
#include "app/server/council_config.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <unistd.h>

using namespace alongside;
using namespace alongside::server;

namespace {

Result<CouncilConfig> with_database(const std::string& members) {
  std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  text.insert(text.find('{') + 1, "\"database\": {" + members + "},");
  return parse_council_config(text);
}

std::string database_mistakes(const std::string& members) {
  const auto config = with_database(members);
  return config.ok() ? "none" : config.error().detail;
}

bool names(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a council that says nothing of its database has a file, and one that says PostgreSQL says where") {
  CHECK(read_council_config(DEMO_COUNCIL "/council.json")->database.kind == DatabaseKind::Sqlite);
  CHECK(with_database(R"("kind": "sqlite")")->database.kind == DatabaseKind::Sqlite);
  const auto config = with_database(
      R"("kind": "postgres", "host": "/run/postgresql", "port": 5433, "name": "alongside", "user": "council")");
  REQUIRE(config.ok());
  CHECK(config->database.kind == DatabaseKind::Postgres);
  CHECK(config->database.postgres.host == "/run/postgresql");
  CHECK(config->database.postgres.port == 5433);
  CHECK(postgres_place(config->database)->password == "");
}

TEST_CASE("what is missing or wrong in \"database\" is named by its key") {
  CHECK(names(database_mistakes(R"("kind": "oracle")"), "database.kind: write \"sqlite\" or \"postgres\""));
  CHECK(names(database_mistakes(R"("kind": "sqlite", "host": "/run")"), "database.host"));
  const std::string empty = database_mistakes(R"("kind": "postgres")");
  for (const char* key : {"database.host", "database.name", "database.user"}) CHECK(names(empty, key));
  CHECK(names(database_mistakes(R"("kind": "postgres", "host": "/a", "name": "b", "user": "c", "port": 70000)"),
              "database.port"));
  // A password in the file itself would be read by whoever reads the configuration.
  CHECK(names(database_mistakes(R"("kind": "postgres", "host": "/a", "name": "b", "user": "c", "password": "d")"),
              "database.password"));
}

TEST_CASE("another machine's PostgreSQL is only spoken to with a certificate to check it by") {
  const std::string rest = R"(, "name": "b", "user": "c")";
  CHECK(names(database_mistakes(R"("kind": "postgres", "host": "db.northmere.example")" + rest), "database.ca_file"));
  CHECK(database_mistakes(R"("kind": "postgres", "host": "db.northmere.example", "ca_file": "/ca.pem")" + rest) ==
        "none");
  for (const char* host : {"/run/postgresql", "localhost", "127.0.0.1", "::1"}) {
    CHECK(database_mistakes(R"("kind": "postgres", "host": ")" + std::string(host) + "\"" + rest) == "none");
  }
}

TEST_CASE("the database's password is the first line of its file, and no password is told from none") {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("alongside-database-" + std::to_string(getpid()))).string();
  DatabaseConfig config;
  config.password_file = path;
  CHECK(postgres_place(config).error().code == ErrorCode::Unavailable);
  std::ofstream(path) << "a long one\n";
  CHECK(postgres_place(config)->password == "a long one");
  std::ofstream(path, std::ios::trunc) << "\n";
  CHECK(postgres_place(config).error().code == ErrorCode::InvalidInput);
  std::ofstream(path, std::ios::trunc) << std::string(2000, 'x');
  CHECK(postgres_place(config).error().code == ErrorCode::InvalidInput);
  std::filesystem::remove(path);
}
