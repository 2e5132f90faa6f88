#include "plugins/guidance/api/guidance_content.hpp"
#include "plugins/guidance/model/due_day.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace alongside;
using namespace alongside::guidance;

namespace {

constexpr wire::Nation nations[] = {wire::Nation::England, wire::Nation::Wales};

Date day(const char* iso) { return Date::parse(iso).value(); }

GuidanceBook book_of(wire::Nation nation) {
  server::JsonMistakes mistakes;
  GuidanceBook book = content_of(nation, mistakes);
  CHECK_MESSAGE(mistakes.none(), mistakes.report());
  return book;
}

// What is said of a council's own file, over England's content.
std::string laid_over(const std::string& json, GuidanceBook* result = nullptr) {
  GuidanceBook book = book_of(wire::Nation::England);
  const auto file = server::read_json(json);
  REQUIRE(file.ok());
  server::JsonMistakes mistakes;
  lay_over(book, file.value(), mistakes);
  if (result != nullptr) *result = book;
  return mistakes.report();
}

std::string both(const std::string& en) { return "{\"en\": \"" + en + "\", \"cy\": \"Gair\"}"; }

std::string topic(const std::string& fact) {
  return "{\"topics\": [{\"id\": \"own\", \"title\": " + both("T") + ", \"what\": " + both("W") +
         ", \"parts\": {\"how\": [" + fact + "]}}]}";
}
std::string helper(const std::string& more) {
  return "{\"helpers\": [{\"id\": \"advice\", \"name\": " + both("A") + ", \"what\": " + both("W") + more + "}]}";
}

std::string all_english(const Topic& topic) {
  std::string all = topic.title.usual.en + topic.what.usual.en + topic.letter.en + topic.subject.en;
  for (const Part& part : topic.parts) {
    for (const Fact& fact : part.facts) all += fact.words.usual.en;
  }
  return all;
}

}  // namespace

TEST_CASE("both nations have everything: what to ask for, whom, by when, and the way to being an adult") {
  for (const wire::Nation nation : nations) {
    const GuidanceBook book = book_of(nation);
    for (const char* id : {"advice", "disagreement", "tribunal", "complaints", "ombudsman"})
      CHECK_MESSAGE(find_by_id(book.topics, id) != nullptr, id);
    for (const char* id : {"age-13", "age-16", "age-17", "age-18", "age-19", "age-25"})
      CHECK_MESSAGE(find_by_id(book.steps, id) != nullptr, id);
    for (const Topic& step : book.steps) {
      bool is_searched = false;
      for (const Part& part : step.parts) {
        for (const Fact& fact : part.facts) is_searched |= !fact.search.name.en.empty();
      }
      CHECK_MESSAGE(is_searched, step.id);
      CHECK_MESSAGE(!step.what.easy.en.empty(), step.id);  // the young person reads it too
    }
    for (const char* id : {"complaints", "tribunal"}) CHECK_FALSE(find_by_id(book.topics, id)->clock.empty());
    CHECK_FALSE(find_by_id(book.topics, "complaints")->letter.cy.empty());
  }
}

TEST_CASE("every time limit names a source with the day on which somebody looked at it") {
  for (const wire::Nation nation : nations) {
    const GuidanceBook book = book_of(nation);
    for (const Clock& clock : book.clocks) {
      for (const Step& step : clock.steps) {
        const Source* source = find_by_id(book.sources, step.source);
        REQUIRE(source != nullptr);
        CHECK(source->seen >= day("2026-11-29"));
        CHECK(source->web.starts_with("https://"));
      }
    }
    for (const Topic& one : book.topics) {
      for (const Part& part : one.parts) {
        if (part.kind != PartKind::Limits) continue;
        for (const Fact& fact : part.facts) CHECK_MESSAGE(!fact.source.empty(), fact.words.usual.en);
      }
    }
  }
}

TEST_CASE("no word of England's law stands in Wales, and none of Wales's in England") {
  for (const Topic& one : book_of(wire::Nation::Wales).topics) {
    for (const char* word : {"EHC", "SENDIASS", "SEND ", "SENCO", "Local Government"})
      CHECK_MESSAGE(all_english(one).find(word) == std::string::npos, one.id << ": " << word);
  }
  for (const Topic& one : book_of(wire::Nation::Wales).steps)
    CHECK_MESSAGE(all_english(one).find("EHC") == std::string::npos, one.id);
  for (const Topic& one : book_of(wire::Nation::England).topics) {
    for (const char* word : {"IDP", "ALN", "SNAP", "for Wales"})
      CHECK_MESSAGE(all_english(one).find(word) == std::string::npos, one.id << ": " << word);
  }
}

TEST_CASE("the law's own periods are counted from the day that somebody chose") {
  const GuidanceBook england = book_of(wire::Nation::England);
  const auto dues = [](const GuidanceBook& book, const char* id, const char* from) {
    std::string all;
    for (const Step& step : find_by_id(book.clocks, id)->steps)
      all += due_day(day(from), step.count, step.unit).iso() + " ";
    return all;
  };
  // Six, sixteen and twenty weeks after Monday 2 November 2026.
  CHECK(dues(england, "ehc-request", "2026-11-02") == "2026-12-14 2027-02-22 2027-03-22 ");
  // IPSEA's own example: a letter of 1 October, a certificate of 29 November.
  CHECK(dues(england, "appeal-letter", "2026-10-01") == "2026-12-01 ");
  CHECK(dues(england, "appeal-certificate", "2026-11-29") == "2026-12-29 ");
  CHECK(dues(england, "complaint", "2026-11-20") == "2026-12-04 2026-12-18 ");
  const GuidanceBook wales = book_of(wire::Nation::Wales);
  CHECK(dues(wales, "idp-school", "2026-11-02") == "2026-12-21 ");
  CHECK(dues(wales, "idp-council", "2026-11-02") == "2027-01-25 ");
  CHECK(dues(wales, "reconsider", "2026-11-02") == "2026-12-21 ");
  CHECK(dues(wales, "appeal", "2026-11-02") == "2026-12-28 ");
}

TEST_CASE("months end where the month ends, and days before the calendar's are not taken") {
  CHECK(due_day(day("2026-12-31"), 2, TimeUnit::Months) == day("2027-02-28"));
  CHECK(due_day(day("2027-12-31"), 2, TimeUnit::Months) == day("2028-02-29"));
  CHECK(due_day(day("2026-11-30"), 12, TimeUnit::Months) == day("2027-11-30"));
  CHECK(due_day(day("2026-11-28"), 1, TimeUnit::WorkingDays) == day("2026-11-30"));  // a Saturday
  CHECK(due_day(day("2026-11-27"), 1, TimeUnit::SchoolDays) == day("2026-11-30"));   // a Friday
  CHECK(due_day(day("2026-11-27"), 30, TimeUnit::Days) == day("2026-12-27"));
  for (const char* bad : {"", "2 Nov", "2026-02-30", "1999-01-01", "2040-01-01", "9999-12-31", "2026-11-02 ", "' OR 1"})
    CHECK_FALSE(day_typed(bad, day("2026-11-22")).has_value());
  CHECK(day_typed("2026-11-02", day("2026-11-22")) == day("2026-11-02"));
}

TEST_CASE("a council's own words take the place of ours, and what it leaves out is gone") {
  GuidanceBook book;
  CHECK(laid_over(helper(", \"phone\": \"01632 960444\", \"web\": \"https://sendiass.example\""), &book).empty());
  const Helper* advice = find_by_id(book.helpers, "advice");
  CHECK(advice->contact.phone == "01632 960444");
  CHECK(advice->contact.title.en == "A");
  CHECK(laid_over("{\"leave_out\": [\"mediation\", \"age-25\"]}", &book).empty());
  CHECK(find_by_id(book.topics, "mediation") == nullptr);
  CHECK(find_by_id(book.steps, "age-25") == nullptr);
  CHECK(laid_over(topic(both("Ring us.")), &book).empty());
  CHECK(book.topics.back().id == "own");
}

TEST_CASE("what could hurt a reader is refused with its place and what to write") {
  const auto refuses = [](const std::string& json, const std::string& place) {
    const std::string said = laid_over(json);
    CHECK_MESSAGE(said.find(place) != std::string::npos, json << " was answered: " << said);
  };
  refuses(topic(both("<script>alert(1)</script>")), "topics[0].parts.how[0].en: write plain words");
  refuses(topic(both("Ring\\u202e us")), "topics[0].parts.how[0].en: write plain words");
  refuses(topic("{\"en\": \"One language\"}"), "topics[0].parts.how[0].cy");
  refuses(topic("{\"en\": \"A\", \"cy\": \"A\", \"source\": \"nowhere\"}"), "no source with the id \"nowhere\"");
  refuses(topic("{\"en\": \"A\", \"cy\": \"A\", \"colour\": \"red\"}"), "topics[0].parts.how[0].colour");
  refuses(topic(both(std::string(700, 'a'))), "topics[0].parts.how[0].en");
  for (const char* web :
       {"javascript:alert(1)", "http://sendiass.example", "//x", "https://x\\\" onclick=", "data:text/html,x"})
    refuses(helper(std::string(", \"web\": \"") + web + "\""),
            "helpers[0].web: write an address that begins with https://");
  refuses(helper(", \"phone\": \"call me\""), "helpers[0].phone");
  refuses(helper(", \"email\": \"a@b@c\""), "helpers[0].email");
  refuses("{\"leave_out\": [\"complaints\"]}", "\"complaints\" must stay");
  refuses("{\"leave_out\": [\"nothing\"]}", "leave_out: write ids");
  refuses("{\"clocks\": [{\"id\": \"x\", \"title\": " + both("T") + ", \"from\": " + both("F") +
              ", \"steps\": [{\"words\": " + both("W") +
              ", \"count\": 9999, \"unit\": \"fortnights\", \"source\": \"regs-times\"}]}]}",
          "clocks[0].steps[0].unit: write days");
  refuses("[]", "write one object");
}
