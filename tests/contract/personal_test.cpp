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
    CHECK_FALSE(has(restricted.body, "Child Canary"));
  }
  const Reply welsh = get(server.port(), "/api/everything/page?lang=cy", {server.sign_in(Who::Parent)});
  CHECK(has(welsh.body, "Popeth sydd gennym amdanoch chi"));
}

TEST_CASE("who was erased is signed out everywhere, with the server up, and stays so after it starts again") {
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
  CHECK(has(restored.output, "1 people who were erased since then are erased again"));
  server.kill_and_start_again();
  CHECK(server.try_as(person(Who::Helper)).status == 404);
  CHECK(server.try_as(person(Who::Parent)).status == 200);
}
