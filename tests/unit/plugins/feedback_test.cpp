#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/ui/ui.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/survey_file.hpp"
#include "plugins/feedback/pages/say_page.hpp"
#include "plugins/surveys/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using ui::Role;

namespace {

Date day(const char* iso) { return Date::parse(iso).value(); }

Survey sample_survey() {
  Survey survey;
  survey.id = "5b0e6a52-3c1f-4d7e-9a84-1f6c2d90b7a1";
  survey.title = {"Was it fun?", "Oedd e'n hwyl?"};
  survey.purpose = {"About autumn clubs.", ""};
  survey.who = Audience::YoungPeople;
  survey.minutes = 3;
  survey.opens = day("2026-11-01");
  survey.closes = day("2026-12-31");
  survey.answers_back = {"We will choose new clubs.", ""};
  survey.status = SurveyStatus::Published;
  return survey;
}

struct SurveysScreen : testing::PageScreen {
  SurveyListing listing{host};
  SayPage page{host, listing};
  SurveysScreen() : PageScreen(surveys_words, testing::sample_council()) {
    page.opened(Route::parse("/say"));
    draw();
  }
  void draw() { PageScreen::draw(page); }
};

}  // namespace

TEST_CASE("a survey is open from its first day to its last, when it is published") {
  Survey survey = sample_survey();
  CHECK(is_open(survey, day("2026-11-01")));
  CHECK(is_open(survey, day("2026-12-31")));
  CHECK_FALSE(is_open(survey, day("2027-01-01")));
  CHECK_FALSE(is_open(survey, day("2026-10-31")));
  survey.status = SurveyStatus::Draft;
  CHECK_FALSE(is_open(survey, day("2026-11-22")));
}

TEST_CASE("the feedback screen lists the open surveys, each with the way to answer it") {
  SurveysScreen screen;
  Survey by_phone = sample_survey();
  Survey here = sample_survey();
  here.id = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";
  here.title = {"Was it loud?", ""};
  here.version = 2;
  screen.host.answer_with(SurveyList{{by_phone, here}, {}});
  screen.draw();
  CHECK(screen.harness.find(Role::Link, "Ring 01632 960123").href == "tel:01632960123");
  CHECK(screen.harness.find(Role::Link, "Answer: Was it loud?").href == "/say/" + here.id);
  CHECK_FALSE(screen.harness.has(Role::Link, "Answer: Was it fun?"));
  CHECK(screen.harness.find(Role::Heading, "Was it fun?").level == 3);
  for (const char* words :
       {"About autumn clubs.", "For children and young people", "3 minutes", "Open until 31 December 2026",
        "Nobody will know which answers are yours.", "We will choose new clubs."}) {
    CAPTURE(words);
    CHECK(screen.harness.has(Role::Paragraph, words));
  }
}

TEST_CASE("no open survey, no network and Welsh each have their words") {
  SurveysScreen none;
  none.host.answer_with(SurveyList{});
  none.draw();
  CHECK(none.harness.has(Role::Paragraph, "No survey is open today. Look again soon."));
  SurveysScreen offline;
  offline.host.answer(Error{ErrorCode::Offline, ""});
  offline.draw();
  offline.harness.activate(offline.harness.find(Role::Button, "Try again"));
  CHECK(offline.host.asked.size() == 1);
  SurveysScreen welsh;
  welsh.harness.words().use(ui::Language::Welsh);
  welsh.host.answer_with(SurveyList{{sample_survey()}, {}});
  welsh.draw();
  CHECK(welsh.harness.has(Role::Heading, "Oedd e'n hwyl?"));
  CHECK(welsh.harness.find(Role::Paragraph, "About autumn clubs.").lang == "en");
}

TEST_CASE("every mistake in a file of surveys is named") {
  const auto json =
      server::read_json(R"({"surveys":[{"id":"1","title":{"en":"x"},"purpose":{"en":"x"},"who":"dogs","minutes":0,
    "opens":"2026-12-01","closes":"2026-11-01","anonymous":"yes","answers_back":{"en":"x"},"status":"hidden"}]})");
  const auto bad = parse_surveys(json.value());
  REQUIRE_FALSE(bad.ok());
  for (const char* path : {"surveys[0].id", "who", "minutes", "closes", "anonymous", "status"}) {
    CAPTURE(path);
    CHECK(bad.error().detail.find(path) != std::string::npos);
  }
}

TEST_CASE("only published surveys that are open today leave the server") {
  testing::ServerParts parts;
  server::Database& database = parts.database;
  parts.council.council = testing::sample_council();
  const auto feature = make_feature(parts.context);
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
  server::Router router;
  feature->routes(router);
  server::Verbs verbs;
  feature->verbs(verbs);
  server::PageRouter pages;
  feature->pages(pages);
  std::string file = std::string(FIXTURES) + "/../../assets/demo/northmere/surveys.json";
  REQUIRE(verbs.find("survey", "import")->handler(std::span<const std::string>(&file, 1)).ok());
  const server::Request request;
  const server::Response response = router.match(server::Method::Get, "/api/feedback/surveys").route->handler(request);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
  const auto list = wire::decode_frame<SurveyList>(std::span<const std::uint8_t>(bytes, response.body.size()));
  REQUIRE(list.ok());
  REQUIRE(list.value().surveys.size() == 5);
  for (const Survey& survey : list.value().surveys) CHECK(is_open(survey, parts.clock.today()));
  std::vector<std::string> parameters;
  const std::string html = pages.match("/say", parameters)->handler(request).value().main.text();
  CHECK(html.find("Is this app easy to use?") != std::string::npos);
  CHECK(html.find("summer&#39;s holiday clubs") == std::string::npos);
}
