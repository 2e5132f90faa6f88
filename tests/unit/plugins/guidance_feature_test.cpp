#include "app/server/reply.hpp"
#include "plugins/guidance/api/feature.hpp"
#include "plugins/guidance/model/guidance_book.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::guidance;
using namespace alongside::testing;

namespace {

// A council of one nation, its routes and pages; the demo council's own file where `own` says so.
struct GuidanceCouncil : ServerParts {
  std::unique_ptr<server::Feature> feature = make_feature(context);
  server::Router router;
  server::PageRouter pages;

  explicit GuidanceCouncil(wire::Nation nation = wire::Nation::England, bool own = false) {
    clock.day = Date::parse("2026-11-22").value();
    council.council.nation = nation;
    council.council.help.phone = "01632 960123";
    if (own) council.pages_folder = demo_folder + "pages";
    server::JsonMistakes mistakes;
    feature->configure(council, mistakes);
    CHECK_MESSAGE(mistakes.none(), mistakes.report());
    feature->routes(router);
    feature->pages(pages);
    feature->access(table);
  }

  std::string page(const std::string& path, const std::string& query = {},
                   server::Language language = server::Language::English) {
    server::Request request;
    request.path = path;
    request.query = server::Query::parse(query);
    request.language = language;
    const auto* route = pages.match(path, request.parameters);
    REQUIRE(route);
    const auto content = route->handler(request);
    return content.ok() ? content.value().main.text() : "error: " + content.error().detail;
  }
  GuidanceBook served() {
    const auto match = router.match(server::Method::Get, "/api/guidance");
    REQUIRE(match.route);
    const server::Response response = match.route->handler(server::Request{});
    CHECK(response.caching == server::Caching::Revalidate);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
    return wire::decode_frame<GuidanceBook>({bytes, response.body.size()}).value();
  }
};

bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("everybody may read the guidance, and a device has all of it in one frame") {
  GuidanceCouncil council;
  CHECK(council.access.authorise(server::Actor{}, "GET /api/guidance").ok());
  const GuidanceBook book = council.served();
  CHECK(book.topics.size() == 7);
  CHECK(find_by_id(book.topics, "ehc-assessment") != nullptr);
  CHECK(find_by_id(GuidanceCouncil(wire::Nation::Wales).served().topics, "idp") != nullptr);
}

TEST_CASE("without scripts a parent reads what it is, who can ask, how, by when, and where that comes from") {
  GuidanceCouncil council(wire::Nation::England, true);
  const std::string page = council.page("/rights/about/ehc-assessment");
  for (const char* words : {"<h1>An EHC needs assessment and plan</h1>", "Who can ask", "How to ask", "Within 6 weeks",
                            "What happens next", "Who is on your side", "Words for a letter or an email",
                            "Dear Sir or Madam", "01632 960445", "looked at on 29 November 2026",
                            "https://www.legislation.gov.uk/ukpga/2014/6/section/36", "/rights/when?what=ehc-request"})
    CHECK_MESSAGE(has(page, words), words);
  CHECK(has(council.page("/rights/about/ehc-assessment", {}, server::Language::Welsh), "Pwy all ofyn"));
  CHECK(has(council.page("/rights/about/nothing"), "error: no such page"));
  CHECK(has(council.page("/growing-up/age-16"), "/find?q=travel&amp;head=adulthood&amp;age=16"));
}

TEST_CASE("what nobody has seen at its source is marked with whom to check it") {
  GuidanceCouncil wales(wire::Nation::Wales);
  CHECK(has(wales.page("/rights/about/idp"), "Check this with SNAP Cymru."));
  CHECK_FALSE(has(wales.page("/rights/about/reconsider"), "Check this with"));
}

TEST_CASE("every page without scripts has the words of its own nation's law") {
  for (const auto language : {server::Language::English, server::Language::Welsh}) {
    for (const char* path : {"/rights", "/rights/when", "/growing-up", "/rights/service/x"}) {
      const std::string wales = GuidanceCouncil(wire::Nation::Wales).page(path, {}, language);
      for (const char* word : {"EHC", "SENDIASS", "SEND Tribunal", "SENCO"})
        CHECK_MESSAGE(!has(wales, word), path << " in Wales says " << word);
      const std::string england = GuidanceCouncil().page(path, {}, language);
      for (const char* word : {"IDP", "SNAP Cymru", "CDU", "ALNCo"})
        CHECK_MESSAGE(!has(england, word), path << " in England says " << word);
    }
  }
  CHECK(has(GuidanceCouncil(wire::Nation::Wales).page("/rights"), "Education Tribunal for Wales"));
  CHECK(has(GuidanceCouncil(wire::Nation::Wales).page("/rights", {}, server::Language::Welsh),
            "Tribiwnlys Addysg Cymru"));
  CHECK(has(GuidanceCouncil().page("/rights", {}, server::Language::Welsh), "Tribiwnlys SEND"));
}

TEST_CASE("the form without scripts works out the days, says what has passed, and takes no nonsense") {
  GuidanceCouncil council;
  const std::string page = council.page("/rights/when", "what=ehc-request&day=2026-10-05");
  for (const char* words : {"By 16 November 2026", "This day has passed.", "/rights/about/complaints",
                            "By 22 February 2027", "closed for 4 weeks or more", "value=\"2026-10-05\""})
    CHECK_MESSAGE(has(page, words), words);
  for (const char* query :
       {"what=ehc-request&day=<script>", "what=ehc-request&day=2026-13-01", "what=x&day=1850-01-01"}) {
    const std::string wrong = council.page("/rights/when", query);
    CHECK_MESSAGE(has(wrong, "Choose a day within ten years of today."), query);
    CHECK_FALSE(has(wrong, "script"));
  }
  CHECK_FALSE(has(council.page("/rights/when"), "Choose a day within"));
}

TEST_CASE("a mistake in the council's own file is named before anybody is served") {
  ServerParts parts;
  auto feature = make_feature(parts.context);
  parts.council.pages_folder = std::string(FIXTURES) + "/guidance/bad";
  server::JsonMistakes mistakes;
  feature->configure(parts.council, mistakes);
  CHECK(mistakes.report().find("helpers[0].web: write an address that begins with https://") != std::string::npos);
  CHECK(mistakes.report().find("topics[0].what.en: write plain words") != std::string::npos);
}
