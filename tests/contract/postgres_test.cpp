// A council on PostgreSQL where its kind of database shows: it moves there from a file by a backup, shares its database
// with nobody, and says in words why it does not start. Run by with_postgres.sh alone.
#include "app/wire/messages/document.hpp"
#include "tests/contract/family_devices.hpp"
#include "tests/support/test_postgres.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace alongside;
using namespace alongside::contract;

namespace {

// The demo council's configuration with a database of this test's own choice.
std::string council_with(const TemporaryFolder& folder, const std::string& name, const std::string& database) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  text.insert(text.find('{') + 1, "\"database\": {" + database + "},");
  const std::string path = folder.path() + "/" + name + ".json";
  write_file(path, text);
  return path;
}

std::string on_postgres(const std::string& name, const std::string& password_file) {
  return R"("kind": "postgres", "user": "alongside", "host": ")" + testing::postgres_socket() + R"(", "name": ")" +
         name + R"(", "password_file": ")" + password_file + "\"";
}

// A database of this name for as long as a test case runs.
class OwnDatabase {
 public:
  explicit OwnDatabase(std::string name) : name_(std::move(name)) { REQUIRE(testing::make_postgres_database(name_)); }
  ~OwnDatabase() { testing::drop_postgres_database(name_); }
  OwnDatabase(const OwnDatabase&) = delete;
  OwnDatabase& operator=(const OwnDatabase&) = delete;

 private:
  std::string name_;
};

std::string password() { return testing::postgres_socket() + "/password"; }

}  // namespace

TEST_CASE("a council moves from a file to PostgreSQL and back by a backup and a restore, and nothing is lost") {
  const TemporaryFolder folder;
  const OwnDatabase database("moved");
  const std::string in_file = council_with(folder, "file", "\"kind\": \"sqlite\"");
  const std::string in_postgres = council_with(folder, "postgres", on_postgres("moved", password()));
  const auto do_verb = [&](std::vector<std::string> words, const std::string& data, const std::string& council) {
    words.insert(words.begin(), COUNCIL_API);
    words.insert(words.end(), {"--data", folder.path() + data, "--council", council});
    const Finished done = run(words);
    CHECK_MESSAGE(done.exit_code == 0, words[1] << ": " << done.errors);
    return done.output;
  };
  do_verb({"household", "import", FIXTURES "/family/relations.json"}, "/a", in_file);
  do_verb({"offer", "import", DEMO_COUNCIL "/offer"}, "/a", in_file);
  do_verb({"backup", folder.path() + "/one"}, "/a", in_file);
  do_verb({"restore", folder.path() + "/one"}, "/b", in_postgres);
  CHECK(do_verb({"household", "import", FIXTURES "/family/relations.json"}, "/b", in_postgres).starts_with("Nothing"));
  do_verb({"backup", folder.path() + "/two"}, "/b", in_postgres);
  do_verb({"restore", folder.path() + "/two"}, "/c", in_file);
  CHECK(do_verb({"household", "import", FIXTURES "/family/relations.json"}, "/c", in_file).starts_with("Nothing"));
  do_verb({"offer", "export", folder.path() + "/x"}, "/a", in_file);
  do_verb({"offer", "export", folder.path() + "/y"}, "/c", in_file);
  CHECK(run({"/usr/bin/diff", "-r", folder.path() + "/x", folder.path() + "/y"}).exit_code == 0);
  CHECK(do_verb({"audit", "verify"}, "/c", in_file).find("the chain is whole") != std::string::npos);
}

TEST_CASE("restoring over a council on PostgreSQL is asked for in words, and sets aside what was there") {
  const TemporaryFolder folder;
  const OwnDatabase database("over");
  const std::string council = council_with(folder, "council", on_postgres("over", password()));
  const auto restore = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {COUNCIL_API, "restore", folder.path() + "/one"};
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), {"--data", folder.path() + "/data", "--council", council});
    return run(words);
  };
  for (const auto& words : {std::vector<std::string>{"household", "import", FIXTURES "/family/relations.json"},
                            std::vector<std::string>{"backup", folder.path() + "/one"}}) {
    std::vector<std::string> command = {COUNCIL_API};
    command.insert(command.end(), words.begin(), words.end());
    command.insert(command.end(), {"--data", folder.path() + "/data", "--council", council});
    REQUIRE(run(command).exit_code == 0);
  }
  const Finished refused = restore({});
  CHECK(refused.exit_code == 1);
  CHECK(refused.errors.find("there is a database here already") != std::string::npos);
  ServerProcess server(COUNCIL_API, folder.path() + "/data", {}, council);
  REQUIRE(server.port() != 0);
  CHECK(restore({"--over"}).exit_code == 1);  // not under a running server
  server.signal(SIGKILL);
  server.wait();
  const Finished over = restore({"--over"});
  CHECK_MESSAGE(over.exit_code == 0, over.errors);
  CHECK(testing::ask_postgres("over", "SELECT 1 / (SELECT count(*) FROM replaced_1.person)"));
  CHECK(testing::ask_postgres("over", "SELECT 1 / (SELECT count(*) FROM public.person)"));
}

TEST_CASE("two servers with folders of their own cannot have one database, and the second says why") {
  const TemporaryFolder folder;
  const OwnDatabase database("shared");
  const std::string council = council_with(folder, "council", on_postgres("shared", password()));
  const ServerProcess first(COUNCIL_API, folder.path() + "/a", {}, council);
  REQUIRE(first.port() != 0);
  const ServerProcess second(COUNCIL_API, folder.path() + "/b", {}, council);
  CHECK(second.port() == 0);
  CHECK(second.log().find("another council-api is using the database shared") != std::string::npos);
}

TEST_CASE("a server that is not let in says so without its password, and check-config looks for the file") {
  const TemporaryFolder folder;
  const OwnDatabase database("closed");
  write_file(folder.path() + "/wrong", "KINGFISHER\n");
  const std::string council = council_with(folder, "council", on_postgres("closed", folder.path() + "/wrong"));
  const ServerProcess server(COUNCIL_API, folder.path() + "/data", {}, council);
  CHECK(server.port() == 0);
  CHECK(server.log().find("does not let us in") != std::string::npos);
  CHECK(server.log().find("KINGFISHER") == std::string::npos);
  CHECK(run({COUNCIL_API, "check-config", council}).exit_code == 0);
  const std::string nowhere = council_with(folder, "nowhere", on_postgres("closed", folder.path() + "/none"));
  CHECK(run({COUNCIL_API, "check-config", nowhere}).errors.find("cannot be read") != std::string::npos);
}
