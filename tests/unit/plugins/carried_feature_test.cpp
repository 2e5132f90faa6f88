// Boxes in which people carry what they have begun to another device, on the council's side: kept unread, opened until
// they are taken or over, and not to be guessed, filled up or told apart.
#include "app/server/sign_in/sign_in_tables.hpp"
#include "plugins/feedback/api/carried/carried_desk.hpp"
#include "plugins/feedback/api/carried/feature.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using feedback::CarriedDesk;

namespace {

struct CarryingCouncil : testing::FamilyParts {
  server::Router router;
  std::string address = "192.0.2.1";

  CarryingCouncil() : FamilyParts(feedback::make_carried_feature) {
    REQUIRE(server::apply_migrations(database, "sign_in", server::sign_in_migrations()).ok());
    feature->routes(router);
    clock.day = Date::parse("2026-11-22").value();
  }

  static Bytes id(std::uint8_t number) { return Bytes(CarriedDesk::id_bytes, number); }
  static Bytes box(std::size_t size = 64, std::uint8_t filled = 7) { return Bytes(size, filled); }

  server::Response ask(const std::string& path, const Bytes& body) {
    const server::RouteMatch match = router.match(server::Method::Post, "/api/feedback/carried" + path);
    REQUIRE(match.route != nullptr);
    server::Request request;
    request.method = server::Method::Post;
    request.body = body;
    request.address = address;
    return match.route->handler(request);
  }
  server::Response put(std::uint8_t number, const Bytes& sealed = box()) {
    Bytes body = id(number);
    body.insert(body.end(), sealed.begin(), sealed.end());
    return ask("", body);
  }
  int opened(std::uint8_t number) { return ask("/open", id(number)).status; }
  std::int64_t boxes() {
    auto select = database.prepare("SELECT count(*) FROM feedback_carried").value();
    REQUIRE(select.step().ok());
    return select.column_integer(0);
  }
};

}  // namespace

TEST_CASE("a box says its last day, opens with its own bytes until it is taken, and then opens nothing") {
  CarryingCouncil council;
  const auto put = council.put(1, council.box(200, 42));
  CHECK(put.status == 200);
  CHECK(put.body == "2026-12-06");
  const auto open = council.ask("/open", council.id(1));
  CHECK(open.status == 200);
  CHECK(open.body == std::string(200, 42));
  CHECK(council.opened(1) == 200);  // a reply may be lost
  CHECK(council.ask("/taken", council.id(1)).status == 200);
  CHECK(council.ask("/taken", council.id(1)).status == 200);
  CHECK(council.opened(1) == 404);
  CHECK(council.boxes() == 0);
}

TEST_CASE("the same box again changes nothing, and another in its place is refused") {
  CarryingCouncil council;
  CHECK(council.put(1).status == 200);
  CHECK(council.put(1).status == 200);
  CHECK(council.put(1, council.box(64, 8)).status == 409);
  CHECK(council.boxes() == 1);
  CHECK(council.ask("/open", council.id(1)).body == std::string(64, 7));
}

TEST_CASE("what is no box is refused: none at all, an id alone, too little, too much, and ids of another length") {
  CarryingCouncil council;
  CHECK(council.ask("", {}).status == 400);
  CHECK(council.ask("", council.id(1)).status == 400);
  CHECK(council.put(1, council.box(CarriedDesk::least_bytes - 1)).status == 400);
  CHECK(council.put(1, council.box(CarriedDesk::most_bytes + 1)).status == 413);
  CHECK(council.put(1, council.box(CarriedDesk::most_bytes)).status == 200);
  CHECK(council.ask("/open", Bytes(15, 1)).status == 404);
  CHECK(council.ask("/open", {}).status == 404);
  const auto route = council.router.match(server::Method::Post, "/api/feedback/carried");
  CHECK(route.route->most_body_bytes == CarriedDesk::id_bytes + CarriedDesk::most_bytes);
  CHECK(council.router.match(server::Method::Get, "/api/feedback/carried/open").route == nullptr);
}

TEST_CASE("a box is over after its last day, for whoever asks, and goes") {
  CarryingCouncil council;
  CHECK(council.put(1).status == 200);
  council.clock.day = Date::parse("2026-12-06").value();
  CHECK(council.opened(1) == 200);
  council.clock.day = Date::parse("2026-12-07").value();
  CHECK(council.opened(1) == 404);
  CHECK(council.put(2).status == 200);
  CHECK(council.boxes() == 1);
}

TEST_CASE("guessing is slowed down by where it comes from, and nobody elsewhere is kept out by it") {
  CarryingCouncil council;
  CHECK(council.put(1).status == 200);
  for (int guess = 0; guess < 20; ++guess) CHECK(council.opened(static_cast<std::uint8_t>(100 + guess)) == 404);
  CHECK(council.opened(200) == 503);
  CHECK(council.opened(1) == 503);
  council.address = "192.0.2.2";
  CHECK(council.opened(1) == 200);
}

TEST_CASE("one address cannot fill the council's disk, and all of them together cannot") {
  CarryingCouncil council;
  for (std::uint8_t number = 1; number <= 40; ++number) CHECK(council.put(number).status == 200);
  CHECK(council.put(41).status == 503);
  REQUIRE(
      council.database
          .execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT OR IGNORE "
                   "INTO feedback_carried SELECT randomblob(16), 99999, x'00' FROM n;")
          .ok());
  council.address = "192.0.2.3";
  CHECK(council.put(42).status == 503);
}

TEST_CASE("of a box is kept what nobody can read and a day, and nothing that a backup brings back opens") {
  CarryingCouncil council;
  CHECK(council.put(1).status == 200);
  auto columns =
      council.database.prepare("SELECT group_concat(name) FROM pragma_table_info('feedback_carried')").value();
  REQUIRE(columns.step().ok());
  CHECK(columns.column_text(0) == "id,until,sealed");
  columns.reset();
  REQUIRE(council.feature->restored(council.database).ok());
  CHECK(council.opened(1) == 404);
}
