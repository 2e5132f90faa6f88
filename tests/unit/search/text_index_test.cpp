// The index beside the formula it stands for: every service scored one after the other.
#include "plugins/local_offer/model/search/text_index.hpp"

#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/logarithm.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace alongside::local_offer;

namespace {

using Text = std::vector<std::string>;

std::string joined(const Text& text) {
  std::string all;
  for (const std::string& word : text) all += word + " ";
  return all;
}

// Words of which some are common and most are rare, as words are.
Text random_text(std::mt19937& random) {
  Text text;
  const std::size_t size = 5 + random() % 40;
  for (std::size_t i = 0; i < size; ++i) text.push_back("w" + std::to_string(random() % (1 + random() % 60)));
  return text;
}

TextIndex index_of(const std::vector<Text>& texts) {
  IndexBuilder builder(Stemming::None);
  for (const Text& text : texts) {
    builder.add(joined(text), 1, Order::Forgotten);
    builder.end_service();
  }
  return TextIndex(builder.tables());
}

double average_length(const std::vector<Text>& texts) {
  double all = 0;
  for (const Text& text : texts) all += static_cast<double>(text.size());
  return all / static_cast<double>(texts.size());
}

double bm25(const std::vector<Text>& texts, const Text& text, const std::string& word, double average) {
  const auto has = [&](const Text& each) { return std::find(each.begin(), each.end(), word) != each.end(); };
  const auto with = static_cast<double>(std::count_if(texts.begin(), texts.end(), has));
  const auto times = static_cast<double>(std::count(text.begin(), text.end(), word));
  const double rarity = std::log(1 + (static_cast<double>(texts.size()) - with + 0.5) / (with + 0.5));
  return rarity * times / (times + 1.2 * (0.6 + 0.4 * static_cast<double>(text.size()) / average));
}

std::vector<WordGroup> groups_of(const TextIndex& index, const Text& words) {
  std::vector<WordGroup> groups;
  for (const std::string& word : words) groups.push_back(word_group(index.dictionary(), {word, word}));
  return groups;
}

}  // namespace

TEST_CASE("points agree with BM25, but for the rounding to whole impacts") {
  std::mt19937 random(3);
  std::vector<Text> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(random_text(random));
  const TextIndex index = index_of(texts);
  const double average = average_length(texts);
  for (int round = 0; round < 40; ++round) {
    const Text query{"w" + std::to_string(random() % 50), "w" + std::to_string(random() % 50)};
    ScoreBoard board(index.services());
    for (const WordGroup& group : groups_of(index, query)) index.score(group, board);
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
      double expected = 0;
      for (const std::string& word : query) expected += bm25(texts, texts[i], word, average);
      // One impact is 1/255 of a word's most, and its rarity is kept to 1/80.
      CHECK(std::abs(board.points(i) / (255.0 * 80.0) - expected) < 0.06);
    }
  }
}

TEST_CASE("the best are the ones with the most points, and equals come in the list's order") {
  std::mt19937 random(4);
  std::vector<Text> texts;
  for (int i = 0; i < 500; ++i) texts.push_back(random_text(random));
  const TextIndex index = index_of(texts);
  for (std::size_t words = 1; words <= 3; ++words) {
    for (int round = 0; round < 60; ++round) {
      Text query;
      for (std::size_t i = 0; i < words; ++i) query.push_back("w" + std::to_string(random() % 60));
      const auto groups = groups_of(index, query);
      ScoreBoard board(index.services());
      for (const WordGroup& group : groups) index.score(group, board);
      std::vector<Ranked> all;
      for (std::uint32_t i = 0; i < index.services(); ++i) {
        if (board.found(i) > 0) all.push_back({i, board.points(i)});
      }
      std::stable_sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) { return a.points > b.points; });
      const auto best = index.best(groups, 20);
      REQUIRE(best.size() == std::min<std::size_t>(20, all.size()));
      for (std::size_t i = 0; i < best.size(); ++i) {
        CHECK(best[i].service == all[i].service);
        CHECK(best[i].points == all[i].points);
      }
    }
  }
}

TEST_CASE("a word found in two fields tells more than in the weaker one, and rare words more than common ones") {
  IndexBuilder builder(Stemming::None);
  for (const char* name : {"drum", "choir", "choir", "choir"}) {
    builder.add(name, 8, Order::Forgotten);
    builder.add("drum choir", 1, Order::Forgotten);
    builder.end_service();
  }
  const TextIndex index(builder.tables());
  const auto best = index.best(groups_of(index, {"drum", "choir"}), 4);
  CHECK(best[0].service == 0);
  CHECK(index.best(groups_of(index, {"choir"}), 4)[3].service == 0);
}

TEST_CASE("a word is found by its beginning only when it is not there itself, and by a slip only then") {
  const TextIndex index = index_of({{"swim"}, {"swimming"}, {"swam"}});
  const Dictionary& words = index.dictionary();
  const auto found = [&](const char* word, Ending ending) { return word_group(words, {word, word, ending}).size(); };
  CHECK(found("swim", Ending::MayGoOn) == 1);
  CHECK(found("swimm", Ending::MayGoOn) == 1);
  CHECK(found("swi", Ending::MayGoOn) == 2);
  CHECK(found("swi", Ending::Finished) == 0);
  CHECK(found("swum", Ending::Finished) == 2);
  CHECK(prefix_group(words, "sw").size() == 3);
  CHECK(prefix_group(words, "z").empty());
}

TEST_CASE("of several words in one alternative all must be there") {
  const TextIndex index = index_of({{"short", "break"}, {"short"}, {"break"}});
  const auto short_term = *index.dictionary().term_of("short");
  const auto break_term = *index.dictionary().term_of("break");
  ScoreBoard board(index.services());
  index.score({{{short_term, break_term}, 85}}, board);
  CHECK(board.found(0) == 1);
  CHECK(board.found(1) == 0);
  CHECK(board.found(2) == 0);
}

TEST_CASE("a rare word for a common thing tells no more than the common word") {
  const TextIndex index = index_of({{"respite"}, {"overnight"}, {"overnight"}, {"overnight"}});
  const auto rare = *index.dictionary().term_of("respite");
  const auto common = *index.dictionary().term_of("overnight");
  ScoreBoard board(index.services());
  index.score({{{common}, 100}, {{rare}, 85}}, board);
  CHECK(board.points(0) > 0);
  CHECK(board.points(0) < board.points(1));
}

TEST_CASE("the same texts give the same index, and words too long are cut alike on both sides") {
  const std::string endless(300, 'x');
  const TextIndex index = index_of({{endless, "a"}, {"b"}});
  CHECK(index.best(groups_of(index, {endless}), 5).size() == 1);
}

TEST_CASE("an index of nothing finds nothing") {
  const TextIndex index = index_of({});
  CHECK(index.best(groups_of(index, {"word"}), 5).empty());
  CHECK(index_of({{}, {}}).best({}, 5).empty());
}

TEST_CASE("our logarithm is the library's") {
  for (double number = 1; number < 1e7; number *= 1.37)
    CHECK(natural_logarithm(number) == doctest::Approx(std::log(number)));
}
