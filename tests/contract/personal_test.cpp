// "Everything we hold about you" over HTTP: one's own, and nobody else's.
#include "app/wire/messages/session.hpp"
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace alongside;
using namespace alongside::contract;

TEST_CASE("whoever is signed in saves everything that is held about them, and nobody else does") {
  FamilyServer server;
  for (const std::string target : {"/api/everything/page", "/api/everything/data"}) {
    CHECK(get(server.port(), target).status == 401);
    const Reply own = get(server.port(), target, {server.sign_in(Who::Parent)});
    CHECK(own.status == 200);
    CHECK(has(own.body, "Parent Canary"));
    CHECK(has(own.body, "Child Canary"));
    CHECK_FALSE(has(own.body, "Restricted Canary"));
    CHECK(has(own.header("cache-control"), "no-store"));
    CHECK(has(own.header("content-disposition"), "attachment; filename=\"everything."));
    const Reply restricted = get(server.port(), target, {server.sign_in(Who::Restricted)});
    CHECK(restricted.status == 200);
    CHECK(has(restricted.body, "Child Canary"));
    for (const char* words : {"Sharer Canary", "restricted\""}) CHECK_FALSE(has(restricted.body, words));
  }
  const Reply welsh = get(server.port(), "/api/everything/page?lang=cy", {server.sign_in(Who::Parent)});
  CHECK(has(welsh.body, "Popeth sydd gennym amdanoch chi"));
}

TEST_CASE("V7.4.2: who was erased is signed out everywhere, with the server up, and stays so after it starts again") {
  FamilyServer server;
  const std::string cookie = server.sign_in(Who::Helper);
  REQUIRE(get(server.port(), "/api/sync/feed?since=0", {cookie}).status == 200);
  const std::string id = person(Who::Helper).text();
  CHECK(server.process().verb({"household", "erase", id}).exit_code != 0);
  const Finished erased = server.process().verb({"household", "erase", id, "--reason", "they asked"});
  REQUIRE(erased.exit_code == 0);
  CHECK(has(erased.output, "the person: name and email address"));
  CHECK(get(server.port(), "/api/sync/feed?since=0", {cookie}).status == 401);
  CHECK(server.try_as(person(Who::Helper)).status == 404);
  server.kill_and_start_again();
  CHECK(server.try_as(person(Who::Helper)).status == 404);
  CHECK(has(server.process().verb({"audit", "verify"}).output, "the chain is whole"));
}

TEST_CASE("a backup from before is restored without whoever was erased since") {
  FamilyServer server;
  const TemporaryFolder folder;
  REQUIRE(server.process().verb({"backup", folder.path() + "/one"}).exit_code == 0);
  REQUIRE(
      server.process().verb({"household", "erase", person(Who::Helper).text(), "--reason", "they asked"}).exit_code ==
      0);
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  const Finished restored = run({COUNCIL_API, "restore", folder.path() + "/one", "--data", server.data(), "--council",
                                 DEMO_COUNCIL "/council.json", "--over"});
  REQUIRE_MESSAGE(restored.exit_code == 0, restored.errors);
  CHECK(has(restored.output, "1 person who was erased since then: erased again"));
  server.kill_and_start_again();
  CHECK(server.try_as(person(Who::Helper)).status == 404);
  CHECK(server.try_as(person(Who::Parent)).status == 200);
}

namespace {

// The demo council's configuration, with a vault beside it.
std::string sealing_council(const TemporaryFolder& folder) {
  REQUIRE(run({COUNCIL_API, "vault", "make-key", folder.path() + "/key"}).exit_code == 0);
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  text.replace(text.find('{'), 1, "{\n  \"vault\": {\"key_file\": \"key\", \"keys\": \"keys\"},");
  const std::string path = folder.path() + "/council.json";
  write_file(path, text);
  return path;
}

}  // namespace

TEST_CASE(
    "a council that seals is backed up and restored without its keys, and who was erased is in no backup any more") {
  const TemporaryFolder folder;
  const std::string council = sealing_council(folder);
  FamilyServer server({"--demo"}, council);
  const std::string backup = folder.path() + "/one";
  const Finished made = server.process().verb({"backup", backup});
  REQUIRE_MESSAGE(made.exit_code == 0, made.errors);
  REQUIRE(
      server.process().verb({"household", "erase", person(Who::Helper).text(), "--reason", "they asked"}).exit_code ==
      0);
  CHECK(run({COUNCIL_API, "verify", backup, "--council", council}).exit_code == 0);
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  // To another machine, which has the keys and not the list.
  const std::string elsewhere = folder.path() + "/elsewhere";
  const Finished restored = run({COUNCIL_API, "restore", backup, "--data", elsewhere, "--council", council});
  REQUIRE_MESSAGE(restored.exit_code == 0, restored.errors);
  const ServerProcess other(COUNCIL_API, elsewhere, {"--demo"}, council);
  REQUIRE(other.port() != 0);
  CHECK(other.verb({"audit", "list"}).output.find("the list of erasures: household erase") != std::string::npos);
  CHECK(other.verb({"ledger", "check"}).exit_code == 0);
}
