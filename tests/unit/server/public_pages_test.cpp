#include "app/server/public_pages/public_pages.hpp"
#include "app/server/public_pages/leaving_page.hpp"
#include "app/server/public_pages/page_file.hpp"
#include "app/server/public_pages/placeholders.hpp"
#include "app/server/public_pages/public_page_html.hpp"
#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace alongside;
using namespace alongside::server;

namespace {

constexpr const char* good_page = R"({
  "title": {"en": "Who can use this?", "cy": "Pwy all ddefnyddio hwn?"},
  "lead": {"en": "{council} says hello."},
  "updated": "2026-11-28",
  "sections": [{"heading": {"en": "Ring us"}, "paragraphs": [{"en": "Ring {phone}."}], "points": [{"en": "One"}]}]
})";

CouncilConfig northmere() {
  auto config = read_council_config(DEMO_COUNCIL "/council.json");
  REQUIRE(config.ok());
  return std::move(config).value();
}

struct Read {
  wire::PublicPage page;
  std::string mistakes;
};

Read read(std::string_view json) {
  const CouncilConfig config = northmere();
  const auto file = read_json(json);
  REQUIRE(file.ok());
  JsonMistakes mistakes;
  Read read;
  read.page = read_public_page(file.value(), "accessibility", config, mistakes);
  read.mistakes = mistakes.report();
  return read;
}

std::string changed(std::string_view from, std::string_view to) {
  std::string page = good_page;
  const std::size_t at = page.find(from);
  REQUIRE(at != page.npos);
  return page.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("pages for everybody") {
  TEST_CASE("each page is there in both languages, the demo council's own and ours, and can be sent") {
    const CouncilConfig config = northmere();
    REQUIRE(config.public_pages.size() == public_page_addresses.size());
    for (const wire::PublicPage& page : config.public_pages) {
      CAPTURE(page.id);
      CHECK(page.sections.size() >= 3);
      for (const wire::PublicSection& section : page.sections) {
        CHECK(!section.heading.cy.empty());
        for (const wire::Bilingual& words : section.paragraphs) CHECK(!words.cy.empty());
        for (const wire::Bilingual& words : section.points) CHECK(!words.cy.empty());
      }
      const auto again = wire::decode_frame<wire::PublicPage>(wire::encode_frame(page));
      REQUIRE(again.ok());
      CHECK(again->title.cy == page.title.cy);
    }
  }

  TEST_CASE("how to leave quickly is ours, unless the council has written its own") {
    std::vector<wire::PublicPage> pages;
    add_leaving_page(pages);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].id == "leaving");
    pages[0].lead.en = "Our own words.";
    add_leaving_page(pages);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].lead.en == "Our own words.");
  }

  TEST_CASE("names in braces become what the configuration says, in each language") {
    const Read good = read(good_page);
    CHECK(good.mistakes.empty());
    CHECK(good.page.lead.en == "Northmere Council says hello.");
    CHECK(good.page.sections[0].paragraphs[0].en == "Ring 01632 960123.");
    CHECK(good.page.updated.iso() == "2026-11-28");
    const Placeholders welsh = placeholders_of(northmere(), Language::Welsh);
    CHECK(fill_placeholders("{council}", welsh).value() == "Cyngor Northmere");
    CHECK(fill_placeholders("{money_years} a {log_days}", welsh).value() == "7 a 30");
  }

  TEST_CASE("a name that stands for nothing, or has no end, is refused with those that may be used") {
    for (const char* bad : {"{cuoncil}", "{", "ring {phone", "{}", "{council}{x}"}) {
      CAPTURE(bad);
      const auto filled = fill_placeholders(bad, placeholders_of(northmere(), Language::English));
      REQUIRE(!filled.ok());
      CHECK(filled.error().detail.find("{safeguarding_phone}") != std::string::npos);
    }
    CHECK(read(changed("{phone}", "{fone}")).mistakes.find("accessibility.json.sections[0].paragraphs[0].en") == 0);
  }

  TEST_CASE("each mistake in a page is named by its place") {
    const auto mistakes = [](std::string_view from, std::string_view to) { return read(changed(from, to)).mistakes; };
    CHECK(mistakes("2026-11-28", "28/11/2026").find("accessibility.json.updated") == 0);
    CHECK(mistakes("\"title\"", "\"titel\"").find("accessibility.json.title") == 0);
    CHECK(mistakes("\"points\"", "\"point\"").find("accessibility.json.sections[0].point") == 0);
    CHECK(mistakes(R"("paragraphs": [{"en": "Ring {phone}."}], "points": [{"en": "One"}])", R"("points": [])")
              .find("accessibility.json.sections[0].points") == 0);
    CHECK(!mistakes("{council} says hello.", std::string(1501, 'a')).empty());
  }

  TEST_CASE("in place of a page that is not written there is a phone number, in both languages") {
    const CouncilConfig config = northmere();
    for (const Language language : {Language::English, Language::Welsh}) {
      const PageContent page = unwritten_page_html(config.council, language);
      CHECK(page.main.text().find("tel:01632960123") != std::string::npos);
      CHECK(!page.title.empty());
    }
  }

  TEST_CASE("a folder without pages is no mistake, and a page that is no JSON is one") {
    const auto folder = std::filesystem::temp_directory_path() / "alongside_public_pages_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const CouncilConfig config = northmere();
    JsonMistakes none;
    CHECK(read_public_pages(folder.string(), config, none).empty());
    CHECK(none.none());
    std::ofstream(folder / "privacy.json") << "{\"title\": ";
    JsonMistakes one;
    CHECK(read_public_pages(folder.string(), config, one).empty());
    REQUIRE(one.lines().size() == 1);
    CHECK(one.lines()[0].find("privacy.json") != std::string::npos);
    std::filesystem::remove_all(folder);
  }
}
