#include "plugins/local_offer/model/search/typos.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace alongside::local_offer;

namespace {

// The plain definition, a whole table for each pair: what the quick walk has to agree with.
std::size_t slips_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

Dictionary dictionary_of(const std::set<std::string>& words) {
  Dictionary dictionary;
  std::uint32_t term = 0;
  for (const std::string& word : words) dictionary.append(word, term++);
  return dictionary;
}

std::vector<std::string> close_to(const Dictionary& dictionary, std::string_view word, std::uint8_t slips) {
  std::vector<std::string> close;
  for (const CloseWord& found : close_words(dictionary, word, slips)) close.emplace_back(dictionary.word(found.word));
  return close;
}

}  // namespace

TEST_CASE("a slip is a letter too many, too few or wrong, or two swapped") {
  const Dictionary words = dictionary_of({"autism", "artist", "swimming", "trampoline", "tram"});
  for (const char* typed : {"autsim", "autim", "autissm", "aurism", "utism"})
    CHECK(close_to(words, typed, 1) == std::vector<std::string>{"autism"});
  CHECK(close_to(words, "swiming", 1) == std::vector<std::string>{"swimming"});
  CHECK(close_to(words, "trampolene", 2) == std::vector<std::string>{"trampoline"});
  CHECK(close_to(words, "trmpolene", 2) == std::vector<std::string>{"trampoline"});
  CHECK(close_to(words, "zebra", 1).empty());
}

TEST_CASE("with two slips the first letter has to be right") {
  const Dictionary words = dictionary_of({"trampoline"});
  CHECK(close_to(words, "drampoline", 2).empty());
  CHECK(close_to(words, "drampoline", 1).size() == 1);
}

TEST_CASE("short words have to be right, long ones may have two slips") {
  CHECK(slips_allowed(3) == 0);
  CHECK(slips_allowed(4) == 1);
  CHECK(slips_allowed(7) == 1);
  CHECK(slips_allowed(8) == 2);
}

TEST_CASE("the walk finds exactly what comparing with every word finds") {
  std::mt19937 random(11);
  const auto letters = [&](std::size_t most) {
    std::string word;
    const std::size_t size = 1 + random() % most;
    for (std::size_t i = 0; i < size; ++i) word += static_cast<char>('a' + random() % 3);
    return word;
  };
  for (int round = 0; round < 60; ++round) {
    std::set<std::string> words;
    for (int i = 0; i < 120; ++i) words.insert(letters(9));
    const Dictionary dictionary = dictionary_of(words);
    for (int i = 0; i < 20; ++i) {
      const std::string typed = letters(10);
      const auto slips = static_cast<std::uint8_t>(1 + random() % 2);
      std::vector<std::string> expected;
      for (const std::string& word : words) {
        if (slips_between(typed, word) > slips || (slips > 1 && typed[0] != word[0])) continue;
        expected.push_back(word);
      }
      CAPTURE(typed);
      CAPTURE(slips);
      CHECK(close_to(dictionary, typed, slips) == expected);
    }
  }
}

TEST_CASE("words as long as can be, and empty ones, are survived") {
  const Dictionary words = dictionary_of({"a", std::string(longest_word, 'a'), std::string(longest_word, 'b')});
  CHECK(close_to(words, std::string(longest_word, 'a'), 2).size() == 1);
  CHECK(close_to(words, std::string(longest_word + 1, 'a'), 2).empty());
  CHECK(close_to(words, "", 1).empty());
  CHECK(close_to(Dictionary(), "word", 1).empty());
}
