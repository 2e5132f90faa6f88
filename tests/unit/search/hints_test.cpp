#include "plugins/local_offer/model/search/hints.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const std::vector<NamedPlace> places{{"mk14", GeoPoint::from_degrees(52.06, -0.74).value()},
                                     {"brackley heath", GeoPoint::from_degrees(52.859, -2.726).value()},
                                     {"whitlow", GeoPoint::from_degrees(52.969, -2.683).value()}};

ParsedWords parse(std::string_view words) { return parse_words(words, places); }

}  // namespace

TEST_CASE("free saturday autism near MK14 is three filters and a word") {
  const ParsedWords parsed = parse("free saturday autism near MK14");
  CHECK(parsed.terms == std::vector<std::string>{"autism"});
  REQUIRE(parsed.hints.size() == 3);
  CHECK(parsed.hints[0].kind == HintKind::Free);
  CHECK(parsed.hints[1].kind == HintKind::Day);
  CHECK(parsed.hints[2].kind == HintKind::Near);
  CHECK(parsed.hints[2].word == "near MK14");
  CHECK(parsed.hints[2].query_without == "free saturday autism");
  REQUIRE(parsed.near);
  CHECK(parsed.near->latitude_e7() == 520600000);
}

TEST_CASE("a place is understood by its name after near, in Welsh too, and by a postcode anywhere") {
  CHECK(parse("swimming near brackley heath").hints[0].word == "near brackley heath");
  CHECK(parse("nofio ger Whitlow").hints[0].word == "ger Whitlow");
  const ParsedWords postcode = parse("mk14 6AB swimming");
  REQUIRE(postcode.hints.size() == 1);
  CHECK(postcode.hints[0].query_without == "swimming");
  CHECK(postcode.terms == std::vector<std::string>{"swimming"});
}

TEST_CASE("a place without near is a word, as it may be part of a name") {
  const ParsedWords parsed = parse("whitlow club");
  CHECK(parsed.hints.empty());
  CHECK(parsed.terms == std::vector<std::string>{"whitlow", "club"});
}

TEST_CASE("near somewhere nobody knows is left to the words, and near itself says nothing") {
  const ParsedWords parsed = parse("swimming near atlantis");
  CHECK(parsed.hints.empty());
  CHECK(parsed.terms == std::vector<std::string>{"swimming", "atlantis"});
  CHECK(parse("swimming near").terms == std::vector<std::string>{"swimming"});
}

TEST_CASE("only one place can be near") {
  const ParsedWords parsed = parse("near whitlow near mk14");
  CHECK(parsed.hints.size() == 1);
  CHECK(parsed.hints[0].word == "near whitlow");
}

TEST_CASE("words in quotes are a phrase, and no filters") {
  const ParsedWords parsed = parse("club \"quiet saturday swim\" free");
  CHECK(parsed.phrases == std::vector<std::vector<std::string>>{{"quiet", "saturday", "swim"}});
  REQUIRE(parsed.hints.size() == 1);
  CHECK(parsed.hints[0].kind == HintKind::Free);
  CHECK(parse("\"one two\" \"three four\"").phrases.size() == 2);
  CHECK(parse("\"one two\"\"three four\"").phrases.size() == 2);
}

TEST_CASE("a quote that is not closed is no phrase") {
  CHECK(parse("\"quiet saturday").phrases.empty());
  CHECK(parse("\"quiet saturday").hints.size() == 2);
  CHECK(parse("\"\"").phrases.empty());
  CHECK(parse("\"\" \"").phrases.empty());
}

TEST_CASE("parts of the day, term time, direct payments and a price are filters") {
  const ParsedWords parsed = parse("clubs in term time, evenings, under £10, direct payments");
  CHECK(parsed.terms == std::vector<std::string>{"clubs"});
  REQUIRE(parsed.hints.size() == 4);
  CHECK(parsed.hints[0].kind == HintKind::TermTime);
  CHECK(parsed.hints[1].kind == HintKind::PartOfDay);
  CHECK(parsed.hints[1].number == 2);
  CHECK(parsed.hints[2].kind == HintKind::Under);
  CHECK(parsed.hints[2].number == 10);
  CHECK(parsed.hints[3].kind == HintKind::DirectPayment);
  // What is left reads as before, and means the same.
  CHECK(parsed.hints[1].query_without == "clubs in term time, under £10, direct payments");
  CHECK(parse(parsed.hints[1].query_without).hints.size() == 3);
}

TEST_CASE("under and a number without a pound sign is no price, and neither is a long number") {
  CHECK(parse("under 10").hints.empty());
  CHECK(parse("under £1000").hints.empty());
  CHECK(parse("under").hints.empty());
  CHECK(parse("term").terms == std::vector<std::string>{"term"});
}

TEST_CASE("what is not wanted is a filter that leaves it out") {
  for (const char* words : {"sport but not football", "sport not football", "sport except football",
                            "sport ond nid football", "sport and not a football"}) {
    CAPTURE(words);
    const ParsedWords parsed = parse(words);
    CHECK(parsed.terms == std::vector<std::string>{"sport"});
    REQUIRE(parsed.hints.size() == 1);
    CHECK(parsed.hints[0].kind == HintKind::Without);
    CHECK(parsed.hints[0].query_without == "sport");
    CHECK(parsed.unwanted == std::vector<std::string>{"football"});
  }
  CHECK(parse("not autism").unwanted == std::vector<std::string>{"autism"});
  CHECK(parse("swimming not autism not football").unwanted == std::vector<std::string>{"autism", "football"});
}

TEST_CASE("not in a sentence about a child leaves nothing out") {
  for (const char* words :
       {"my son does not sleep", "she is not talking", "not sleeping", "not in", "not", "but not"}) {
    CAPTURE(words);
    CHECK(parse(words).unwanted.empty());
    CHECK(parse(words).hints.empty());
  }
}

TEST_CASE("not noisy is quiet, and not on Saturday asks for another day") {
  REQUIRE(parse("somewhere not noisy").hints.size() == 1);
  CHECK(parse("somewhere not noisy").hints[0].kind == HintKind::Quiet);
  const ParsedWords club = parse("club not on saturdays");
  REQUIRE(club.hints.size() == 1);
  CHECK(club.hints[0].kind == HintKind::OtherDays);
  CHECK(club.hints[0].number == 5);
  CHECK(club.hints[0].word == "not on saturdays");
  CHECK(parse("club not at the weekend").hints[0].number == whole_weekend);
}

TEST_CASE("a slip in the name of a day, the weekend or the holidays is still that filter") {
  for (const char* words : {"satuday", "saterday", "Saturdey", "saturady"}) {
    CAPTURE(words);
    REQUIRE(parse(words).hints.size() == 1);
    CHECK(parse(words).hints[0].number == 5);
    CHECK(parse(words).hints[0].word == words);
  }
  CHECK(parse("holliday").hints[0].kind == HintKind::Holidays);
  CHECK(parse("weekand").hints[0].kind == HintKind::Weekend);
  for (const char* words : {"mourning", "fire", "run", "day", "lunch", "moonday"}) {
    CAPTURE(words);
    CHECK(parse(words).hints.size() == (std::string_view(words) == "moonday" ? 1 : 0));
  }
}

TEST_CASE("a holiday club is one idea, whatever a service calls itself") {
  for (const char* words : {"holiday club", "holiday camps", "holiday scheme"}) {
    CAPTURE(words);
    const ParsedWords parsed = parse(words);
    REQUIRE(parsed.hints.size() == 1);
    CHECK(parsed.hints[0].kind == HintKind::Holidays);
    CHECK(parsed.hints[0].word == words);
    CHECK(parsed.terms.empty());
  }
  CHECK(parse("holiday football club").terms == std::vector<std::string>{"football", "club"});
}

TEST_CASE("school holidays and half term are one idea as well, and a summer by itself is a word") {
  for (const char* words :
       {"school holidays", "summer holiday club", "Easter holidays", "half term", "half term club"}) {
    CAPTURE(words);
    const ParsedWords parsed = parse(words);
    REQUIRE(parsed.hints.size() == 1);
    CHECK(parsed.hints[0].kind == HintKind::Holidays);
    CHECK(parsed.hints[0].word == words);
    CHECK(parsed.hints[0].query_without.empty());
    CHECK(parsed.terms.empty());
  }
  CHECK(parse("summer nest").hints.empty());
  CHECK(parse("half a day").hints.empty());
  CHECK(parse("after school").hints.empty());
}
