#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/hints.hpp"
#include "plugins/local_offer/model/search/order.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace alongside::local_offer;

TEST_CASE("folding makes accents, case, apostrophes and dashes one") {
  CHECK(fold("Tŷ Siân’s CAFÉ—bar") == "ty sians cafe bar");
  CHECK(fold("“Splash” and £8\u00A0off") == "splash and 8 off");
  CHECK(fold("") == "");
  CHECK(fold("\xff\xfe broken") == "broken");
}

TEST_CASE("forms of one word share a stem") {
  for (const char* word : {"swim", "swims", "swimming"}) CHECK(stem(word) == "swim");
  CHECK(stem("party") == stem("parties"));
  CHECK(stem("quietly") == stem("quiet"));
  CHECK(stem("horses") == stem("horse"));
  CHECK(stem("bus") == "bus");
  CHECK(stem("art") != stem("party"));
}

TEST_CASE("words that say nothing are left out, and filters are understood") {
  const ParsedWords parsed = parse_words("somewhere quiet on Saturday for my 8 year old, football", {});
  REQUIRE(parsed.terms == std::vector<std::string>{"football"});
  REQUIRE(parsed.hints.size() == 3);
  CHECK(parsed.hints[0].kind == HintKind::Quiet);
  CHECK(parsed.hints[1].kind == HintKind::Day);
  CHECK(parsed.hints[1].number == 5);
  CHECK(parsed.hints[1].word == "Saturday");
  CHECK(parsed.hints[1].query_without == "somewhere quiet on for my 8 year old, football");
  CHECK(parsed.hints[2].kind == HintKind::Age);
  CHECK(parsed.hints[2].number == 8);
}

TEST_CASE("Welsh filter words are understood too") {
  const ParsedWords parsed = parse_words("rhywle tawel am ddim dydd Sadwrn", {});
  REQUIRE(parsed.hints.size() == 3);
  CHECK(parsed.hints[0].kind == HintKind::Quiet);
  CHECK(parsed.hints[1].kind == HintKind::Free);
  CHECK(parsed.hints[1].word == "am ddim");
  CHECK(parsed.hints[1].query_without == "rhywle tawel dydd Sadwrn");
  CHECK(parsed.hints[2].number == 5);
}

TEST_CASE("a filter said twice is one filter") {
  CHECK(parse_words("saturday Saturdays sadwrn", {}).hints.size() == 1);
  CHECK(parse_words("age 99", {}).hints.empty());
  CHECK(parse_words("7yo", {}).hints.size() == 1);
}

TEST_CASE("a very long query is cut, not refused") {
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "word" + std::to_string(i) + " ";
  CHECK(parse_words(words, {}).terms.size() == 24);
}

TEST_CASE("ordering agrees with the standard library and keeps equals in place") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<std::pair<int, int>> items(random() % 40);
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = {static_cast<int>(random() % 5), static_cast<int>(i)};
    auto expected = items;
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), less);
    stable_order(items, less);
    CHECK(items == expected);
  }
}
