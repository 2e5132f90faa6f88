#include "app/base/word_list.hpp"

#include <doctest/doctest.h>

namespace alongside {
namespace {

constexpr auto some = word_list([] { return std::to_array<std::string_view>({"a", "ab", "", "hoist"}); });
constexpr auto sorted = word_list([] { return std::to_array<std::string_view>({"a", "ab", "hoist", "play", "swim"}); });

TEST_CASE("A list of words gives each word back, also one without letters") {
  REQUIRE(some.size() == 4);
  CHECK(some[0] == "a");
  CHECK(some[1] == "ab");
  CHECK(some[2].empty());
  CHECK(some[3] == "hoist");
}

TEST_CASE("A sorted list of words has its words and no others") {
  for (std::size_t i = 0; i < sorted.size(); ++i) CHECK(sorted.has(sorted[i]));
  for (const std::string_view other : {"", "A", "aa", "hoists", "swim ", "zoo"}) CHECK_FALSE(sorted.has(other));
}

TEST_CASE("A list of words knows whether it is sorted, and that a word twice is not") {
  CHECK(sorted.is_sorted());
  CHECK_FALSE(some.is_sorted());
  constexpr auto twice = word_list([] { return std::to_array<std::string_view>({"play", "play"}); });
  CHECK_FALSE(twice.is_sorted());
}

TEST_CASE("A list of pairs has the two of each one behind the other") {
  constexpr auto pairs = word_list([] { return in_pairs({{"skis", "ski"}, {"ness", ""}}); });
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[0] == "skis");
  CHECK(pairs[1] == "ski");
  CHECK(pairs[2] == "ness");
  CHECK(pairs[3].empty());
}

}  // namespace
}  // namespace alongside
