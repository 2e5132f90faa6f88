#include "plugins/local_offer/model/search/search.hpp"

#include "app/wire/frame.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const OfferList offer = testing::sample_offer();
const GeoPoint aldermere = GeoPoint::from_degrees(52.941, -2.826).value();

SearchResult find(SearchQuery query) { return Search(offer).run(query); }
SearchResult find(std::string words) { return find(SearchQuery{std::move(words), {}, {}, {}}); }

std::vector<std::string> names(const SearchResult& result) {
  std::vector<std::string> names;
  for (const Hit& hit : result.hits) names.push_back(offer.services[hit.index].name);
  return names;
}

}  // namespace

TEST_CASE("no words find everything, with what is closed at the end") {
  const auto all = names(find(""));
  REQUIRE(all.size() == 5);
  CHECK(all.back() == "Otter Splash");
}

TEST_CASE("the journey's words find the quiet places on a Saturday, the equipped one first") {
  const SearchResult result = find("somewhere quiet saturday");
  CHECK(names(result) == std::vector<std::string>{"Otter Swim", "Library hour"});
  CHECK(result.hints.size() == 2);
  CHECK(result.loosen.empty());
}

TEST_CASE("every word must be found, in any of its forms") {
  CHECK(names(find("swim lesson")).front() == "Otter Swim");
  CHECK(names(find("party")) == std::vector<std::string>{"Library hour"});
  CHECK(names(find("autistic")) == std::vector<std::string>{"Otter Swim"});
  CHECK(names(find("nofio")) == std::vector<std::string>{"Otter Swim", "Otter Splash"});
}

TEST_CASE("a word still being typed finds what begins so") {
  CHECK(names(find("footb")) == std::vector<std::string>{"Saturday Kickabout"});
  CHECK(names(find("footb saturday")).empty());
}

TEST_CASE("when nothing has all the words, those with some of them are shown and it is said") {
  const SearchResult result = find("football trampoline");
  CHECK(result.matched == WordMatch::Some);
  CHECK(names(result) == std::vector<std::string>{"Saturday Kickabout"});
}

TEST_CASE("few with all the words come first, those with some of them follow, and it is said") {
  const SearchResult result = find("swim lesson");
  CHECK(result.matched == WordMatch::AllThenSome);
  CHECK(names(result).front() == "Otter Swim");
  CHECK(result.hits.size() > 1);
}

TEST_CASE("beside a filter or another word nobody is left out for not being called a club, but clubs come first") {
  OfferList two;
  two.services.resize(2);
  two.services[0].name = "Anna's play";
  two.services[1].name = "Zebra club";
  for (ServiceSummary& service : two.services) service.days = 1 << 5;
  const Search search(two);
  const auto firsts = [&](const char* words) {
    std::vector<std::uint32_t> found;
    for (const Hit& hit : search.run(SearchQuery{words, {}, {}, {}}).hits) found.push_back(hit.index);
    return found;
  };
  CHECK(firsts("saturday club") == std::vector<std::uint32_t>{1, 0});
  CHECK(firsts("club") == std::vector<std::uint32_t>{1});
  CHECK(firsts("club group") == std::vector<std::uint32_t>{1});
  CHECK(firsts("play club") == std::vector<std::uint32_t>{0});
}

TEST_CASE("who asks for a club or a group is not shown advice or care at home first") {
  OfferList two;
  two.services.resize(2);
  two.services[0].name = "Chess advice line";
  two.services[0].kinds = {"Training and advice"};
  two.services[1].name = "Saturday with boards, dice and now and then chess";
  two.services[1].kinds = {"Play"};
  const Search search(two);
  CHECK(search.run({"chess", {}, {}, {}}).hits.front().index == 0);
  CHECK(search.run({"chess club", {}, {}, {}}).hits.front().index == 1);
}

TEST_CASE("a life stage is found by ages, and by its word only where nothing else is known") {
  OfferList three;
  three.services.resize(3);
  three.services[0].name = "Drama for grown-ups";
  three.services[0].minimum_age = 19;
  three.services[1].name = "Drama";
  three.services[1].minimum_age = 12;
  three.services[1].maximum_age = 17;
  three.services[2].name = "Teenagers in the kitchen";
  const Search search(three);
  const auto firsts = [&](const char* words) {
    std::vector<std::uint32_t> found;
    for (const Hit& hit : search.run(SearchQuery{words, {}, {}, {}}).hits) found.push_back(hit.index);
    return found;
  };
  CHECK(firsts("teenage drama") == std::vector<std::uint32_t>{1, 0});
  CHECK(firsts("drama for toddlers").size() == 2);
  CHECK(firsts("teenager") == std::vector<std::uint32_t>{2});
  CHECK(firsts("karate for teenagers") == std::vector<std::uint32_t>{2});
}

TEST_CASE("words that say nothing in a question are not looked for") {
  CHECK(find("who could take my son swimming").matched == WordMatch::All);
  CHECK(names(find("who could take my son swimming")) == names(find("swimming")));
}

TEST_CASE("what is there for just the day, the age or the holidays goes first") {
  OfferList three;
  three.services.resize(3);
  three.services[0].name = "Always";
  three.services[0].days = 127;
  three.services[0].seasons = term_time | school_holidays;
  three.services[1].name = "Holiday club";
  three.services[1].kinds = {"Holiday activities"};
  three.services[1].seasons = school_holidays;
  three.services[2].name = "Saturday club";
  three.services[2].days = day_bit(Weekday::Saturday);
  three.services[2].minimum_age = 5;
  three.services[2].maximum_age = 8;
  CHECK(Search(three).run({"holidays", {}, {}, {}}).hits[0].index == 1);
  CHECK(Search(three).run({"on a saturday", {}, {}, {}}).hits[0].index == 2);
  CHECK(Search(three).run({"6 years old", {}, {}, {}}).hits[0].index == 2);
}

TEST_CASE("a short list goes on with others of its first one's kind that meet the rest of what was asked") {
  OfferList clubs;
  clubs.services.resize(4);
  const char* const names[] = {"Chess club", "Lego club", "Film club", "Pool"};
  for (std::size_t i = 0; i < 4; ++i) {
    clubs.services[i].name = names[i];
    clubs.services[i].kinds = {i == 3 ? "Swimming" : "Club"};
    clubs.services[i].days = day_bit(i == 2 ? Weekday::Monday : Weekday::Saturday);
  }
  const auto similar = [&](std::string words) {
    std::vector<std::uint32_t> found;
    for (const Hit& hit : Search(clubs).run({std::move(words), {}, {}, {}}).similar) found.push_back(hit.index);
    return found;
  };
  CHECK(similar("chess") == std::vector<std::uint32_t>{2, 1});
  CHECK(similar("chess saturday") == std::vector<std::uint32_t>{1});
  CHECK(similar("saturday").empty());
  CHECK(similar("karate").empty());
  CHECK(similar("pool").empty());
}

TEST_CASE("what is for siblings comes before what only lists them as welcome") {
  OfferList two;
  two.services.resize(2);
  two.services[0].name = "A swim";
  two.services[0].support = {"Siblings welcome"};
  two.services[1].name = "B meets";
  two.services[1].summary = "Pizza and a talk for teenage siblings.";
  CHECK(Search(two).run({"siblings", {}, {}, {}}).hits[0].index == 1);
}

TEST_CASE("a name weighs more than a word in the description") {
  OfferList two;
  two.services.resize(2);
  two.services[0].name = "A";
  two.services[0].words = "drum";
  two.services[1].name = "Drum club";
  CHECK(Search(two).run({"drum", {}, {}, {}}).hits[0].index == 1);
}

TEST_CASE("an age finds what is open to it, and what names no ages") {
  SearchQuery query;
  query.age = 9;
  CHECK(names(find(query)) ==
        std::vector<std::string>{"Night line", "Otter Swim", "Saturday Kickabout", "Otter Splash"});
}

TEST_CASE("distance orders the places, limits them, and never hides a phone line") {
  SearchQuery query;
  query.near = aldermere;
  const SearchResult all = find(query);
  CHECK(names(all)[0] == "Otter Swim");
  REQUIRE(all.hits[0].miles);
  CHECK(*all.hits[0].miles < 0.01);
  query.miles = 5;
  CHECK(names(find(query)) == std::vector<std::string>{"Otter Swim", "Library hour", "Night line", "Otter Splash"});
  query.near.reset();
  CHECK(names(find(query)).size() == 5);
}

TEST_CASE("an empty result says what to leave out and how many that gives") {
  SearchQuery query{"quiet football", {}, aldermere, 2};
  const SearchResult result = find(query);
  CHECK(result.hits.empty());
  REQUIRE(result.loosen.size() == 1);
  CHECK(result.loosen[0].kind == LoosenKind::Words);
  CHECK(result.loosen[0].count == 1);
  const SearchResult far = find(SearchQuery{"kickabout", {}, aldermere, 2});
  REQUIRE(far.loosen.size() >= 1);
  for (const Loosen& loosen : far.loosen) CHECK(loosen.count > 0);
}

TEST_CASE("each loosening gives exactly what it promises") {
  const SearchResult result = find(SearchQuery{"quiet sunday", 9, {}, {}});
  CHECK(result.hits.empty());
  for (const Loosen& loosen : result.loosen) {
    REQUIRE(loosen.kind == LoosenKind::Hint);
    CHECK(find(SearchQuery{result.hints[loosen.hint].query_without, 9, {}, {}}).hits.size() == loosen.count);
  }
  CHECK(result.loosen.size() == 2);
}

TEST_CASE("free and weekend are filters") {
  CHECK(names(find("free weekend")) == std::vector<std::string>{"Saturday Kickabout"});
}

TEST_CASE("an empty offer finds nothing and does not fall over") {
  const OfferList nothing;
  CHECK(Search(nothing).run({"swim saturday", 5, aldermere, 5}).hits.empty());
}

TEST_CASE("the list, the query and the answer survive their frames") {
  CHECK(wire::encode_frame(wire::decode_frame<OfferList>(wire::encode_frame(offer)).value()) ==
        wire::encode_frame(offer));
  const SearchAnswer answer = answer_of(offer, find("quiet saturday"));
  CHECK(answer.services.size() == 2);
  CHECK(wire::decode_frame<SearchAnswer>(wire::encode_frame(answer)).ok());
  SearchQuery query{std::string(5000, 'a'), {}, {}, {}};
  CHECK_FALSE(wire::decode_frame<SearchQuery>(wire::encode_frame(query)).ok());
}

TEST_CASE("what is not wanted is left out, with its other forms, and comes back when its chip goes") {
  CHECK(names(find("otter but not lessons")) == std::vector<std::string>{"Otter Splash"});
  CHECK(find("otter but not lessons").hints[0].query_without == "otter");
  CHECK(names(find("but not swimming")).size() == 3);
}

TEST_CASE("another day than Saturday keeps what is open on others as well, and what has no days") {
  const auto others = names(find("not saturday"));
  CHECK(std::find(others.begin(), others.end(), "Saturday Kickabout") != others.end());
  CHECK(std::find(others.begin(), others.end(), "Otter Swim") == others.end());
  CHECK(std::find(others.begin(), others.end(), "Night line") != others.end());
}

TEST_CASE("leaving out everything says how many there would be with it") {
  const SearchResult result = find("football not football");
  CHECK(result.hits.empty());
  REQUIRE_FALSE(result.loosen.empty());
  CHECK(result.loosen[0].count > 0);
}
