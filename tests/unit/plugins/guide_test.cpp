#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/api/guide_file.hpp"
#include "plugins/direct_payments/pages/money_page.hpp"
#include "plugins/direct_payments/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using ui::Role;

namespace {

const char* const guide_json = R"({"period":"4-weekly","may_buy":[{"en":"A club","cy":"Clwb"},{"en":"Only in English"}],
  "ask_first":[{"en":"A tablet","cy":"Llechen"}],"may_not":[],
  "source":{"title":{"en":"Our guide","cy":"Ein canllaw"},"date":"2026-04-01"},
  "help":{"name":"Own Purse","phone":"01632 960517"}})";

Guide sample_guide() {
  const auto json = server::read_json(guide_json);
  REQUIRE(json.ok());
  const auto guide = parse_guide(json.value());
  REQUIRE(guide.ok());
  return guide.value();
}

struct GuideScreen : testing::PageScreen {
  MoneyStore store{host};
  MoneyPage page{host, store};
  GuideScreen() : PageScreen(direct_payments_words, testing::sample_council()) {
    page.opened(Route::parse("/money"));
    draw();
  }
  void draw() { PageScreen::draw(page); }
};

}  // namespace

TEST_CASE("a guide's file is read, and every mistake in it is named at once") {
  CHECK(sample_guide().may_buy.size() == 2);
  CHECK(sample_guide().period == Period::FourWeekly);
  const auto json = server::read_json(
      R"({"period":"sometimes","may_buy":[{"cy":"x"}],"ask_first":[],"source":{"title":{"en":"x"},"date":"April"},"help":{},"extra":1})");
  const auto bad = parse_guide(json.value());
  REQUIRE_FALSE(bad.ok());
  for (const char* path : {"period", "may_buy[0].en", "may_not", "source.date", "help.name", "extra"}) {
    CAPTURE(path);
    CHECK(bad.error().detail.find(path) != std::string::npos);
  }
}

TEST_CASE("signed out, the money screen asks to sign in and gives help before the guide is there") {
  GuideScreen screen;
  CHECK(screen.harness.has(Role::Heading, "Sign in to see your money"));
  CHECK(screen.harness.has(Role::Link, "Sign in"));
  CHECK(screen.harness.count(Role::Button) == 0);
  CHECK(screen.harness.has(Role::Link, "Ring 01632 960123"));
}

TEST_CASE("the money screen lists what the money may buy and who to ask") {
  GuideScreen screen;
  screen.host.answer_with(sample_guide());
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "What the money may buy"));
  CHECK(screen.harness.has(Role::Paragraph, "A club"));
  CHECK(screen.harness.has(Role::Heading, "Ask us first"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "What it may not buy"));  // an empty list has no heading
  CHECK(screen.harness.find(Role::Link, "Ring 01632 960517").href == "tel:01632960517");
  CHECK(screen.harness.has(Role::Paragraph, "From our guide of 1 April 2026:"));
}

TEST_CASE("in Welsh a line without Welsh is marked as English") {
  GuideScreen screen;
  screen.harness.words().use(ui::Language::Welsh);
  screen.host.answer_with(sample_guide());
  screen.draw();
  CHECK(screen.harness.find(Role::Paragraph, "Clwb").lang.empty());
  CHECK(screen.harness.find(Role::Paragraph, "Only in English").lang == "en");
}

TEST_CASE("no guide yet is told, and a failure can be tried again") {
  GuideScreen missing;
  missing.host.answer(Error{ErrorCode::NotFound, ""});
  missing.draw();
  CHECK(missing.harness.names(Role::Status).front().starts_with("We have not put our guide here yet."));
  GuideScreen offline;
  offline.host.answer(Error{ErrorCode::Offline, ""});
  offline.draw();
  offline.harness.activate(offline.harness.find(Role::Button, "Try again"));
  CHECK(offline.host.asked.size() == 1);
}

TEST_CASE("the guide is served and written as a page after it is imported") {
  testing::ServerParts parts;
  server::Database& database = parts.database;
  parts.council.council = testing::sample_council();
  const auto feature = make_feature(parts.context);
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
  server::Router router;
  feature->routes(router);
  server::PageRouter pages;
  feature->pages(pages);
  server::Verbs verbs;
  feature->verbs(verbs);
  const server::Request request;
  const auto answer = [&] {
    return router.match(server::Method::Get, "/api/direct_payments/guide").route->handler(request);
  };
  CHECK(answer().status == 404);
  std::string file = std::string(FIXTURES) + "/../../assets/demo/northmere/direct_payments.json";
  REQUIRE(verbs.find("guide", "import")->handler(std::span<const std::string>(&file, 1)).ok());
  CHECK(answer().status == 200);
  std::vector<std::string> parameters;
  const auto page = pages.match("/money", parameters)->handler(request);
  REQUIRE(page.ok());
  CHECK(page.value().main.text().find("Hours from a care agency") != std::string::npos);
}

TEST_CASE("the money screens are pages without scripts too, in both languages, and hold nobody's money") {
  testing::ServerParts parts;
  parts.council.council = testing::sample_council();
  const auto feature = make_feature(parts.context);
  server::PageRouter pages;
  feature->pages(pages);
  for (const char* path : {"/money/afford", "/money/spend", "/money/entry/00000000-0000-4000-8000-000000000001"}) {
    CAPTURE(path);
    server::Request request;
    const auto* route = pages.match(path, request.parameters);
    REQUIRE(route);
    const auto english = route->handler(request);
    CHECK(english.value().main.text().find("This page needs JavaScript") != std::string::npos);
    CHECK(english.value().main.text().find("01632 960123") != std::string::npos);
    request.language = server::Language::Welsh;
    CHECK(route->handler(request).value().main.text().find("Mae angen JavaScript") != std::string::npos);
  }
}
