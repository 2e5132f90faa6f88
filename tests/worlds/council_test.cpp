// The routes of sync over HTTP: what a browser of ours and one that is not get.
#include "app/server/sync/sync_service.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/family.hpp"
#include "tests/worlds/browser.hpp"

#include <doctest/doctest.h>

namespace alongside::worlds {
namespace {

struct Household {
  Council council{Leak::None};
  Browser browser{council, Who::A, 0, nullptr};
  Household() { council.import(family_file(council.clock.day)); }
};

Bytes push_of(std::size_t operations, std::size_t payload_bytes) {
  wire::Push push;
  push.device = device_id(Who::A, 0);
  push.actor = person_id(Who::A);
  push.subjects = {child_subject(0)};
  for (std::size_t number = 0; number < operations; ++number) {
    wire::PushedOperation operation;
    operation.id = OperationId(record_id(Who::A, 0, wire::Facet::Own, static_cast<unsigned>(number)).bytes());
    operation.kind = wire::Fact::schema.id;
    operation.payload = Bytes(payload_bytes);
    push.operations.push_back(std::move(operation));
  }
  return wire::encode_frame(push);
}

TEST_CASE("whoever is not signed in gets 401 for a feed and for a push") {
  Household household;
  CHECK(household.browser.get("/api/sync/feed").status == 401);
  CHECK(household.browser.post("/api/sync/push", push_of(1, 4)).status == 401);
}

TEST_CASE("a place that is no number is refused, one that is ahead is a conflict") {
  Household household;
  household.browser.sign_in();
  CHECK(household.browser.get("/api/sync/feed").status == 200);
  CHECK(household.browser.get("/api/sync/feed?since=0").status == 200);
  for (const char* place : {"x", "-1", "1x", "+1", "0x1", "99999999999999999999", "1.5"}) {
    CHECK(household.browser.get(std::string("/api/sync/feed?since=") + place).status == 400);
  }
  CHECK(household.browser.get("/api/sync/feed?since=1000").status == 409);
  CHECK(household.browser.get("/api/sync/feed?since=9999999999999999").status == 409);
}

TEST_CASE("a push that is no frame, too long or too large is refused before anything happens") {
  Household household;
  household.browser.sign_in();
  CHECK(household.browser.post("/api/sync/push", {}).status >= 400);
  CHECK(household.browser.post("/api/sync/push", {1, 2, 3}).status == 400);
  CHECK(household.browser.post("/api/sync/push", push_of(257, 4)).status == 413);
  CHECK(household.browser.get("/api/sync/push").status == 405);
  CHECK(household.council.all_kept().find("not_allowed") == std::string::npos);
}

TEST_CASE("what is answered to a push and from a feed is kept by nobody on the way") {
  Household household;
  household.browser.sign_in();
  const Answer page = household.browser.get("/api/sync/feed?since=0");
  const Answer reply = household.browser.post("/api/sync/push", push_of(2, 4));
  CHECK(reply.status == 200);
  for (const Answer& answer : {page, reply}) {
    CHECK(answer.head.find("Cache-Control: no-store") != std::string::npos);
    CHECK(answer.head.find("ETag") == std::string::npos);
  }
}

TEST_CASE("a payload over 64 KB is refused, and the changes around it are not") {
  Household household;
  household.browser.sign_in();
  const Answer reply = household.browser.post("/api/sync/push", push_of(2, server::sync_limits::payload_bytes + 1));
  REQUIRE(reply.status == 200);
  const auto results = wire::decode_frame<wire::PushReply>(Bytes(reply.body.begin(), reply.body.end()));
  REQUIRE(results);
  CHECK(results->committed == 2);
  CHECK(results->results[0].code == "too_large");
}

}  // namespace
}  // namespace alongside::worlds
