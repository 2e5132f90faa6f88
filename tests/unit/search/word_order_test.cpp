#include "plugins/local_offer/model/search/word_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace alongside::local_offer;

namespace {

using Terms = std::vector<std::uint32_t>;
constexpr std::uint32_t gap = WordOrder::gap;

WordOrder order_of(const std::vector<Terms>& services, WordOrder order = {}) {
  for (const Terms& terms : services) {
    order.add(terms);
    order.end_service();
  }
  return order;
}

}  // namespace

TEST_CASE("a phrase is its words side by side, in one text, in one service") {
  const WordOrder order = order_of({{1, 2, 3, gap}, {4, 1, 1, 2, gap}});
  const auto has = [&](std::uint32_t service, const Terms& phrase) { return order.has_phrase(service, phrase); };
  CHECK(has(0, {1, 2}));
  CHECK(has(0, {1, 2, 3}));
  CHECK_FALSE(has(0, {1, 3}));
  CHECK_FALSE(has(0, {2, 1}));
  CHECK_FALSE(has(0, {3, 4}));
  CHECK_FALSE(has(0, {4}));
  CHECK(has(1, {4, 1}));
  CHECK(has(1, {1, 2}));
  CHECK_FALSE(has(1, {4, 1, 1, 2, 1, 2}));
  CHECK(has(1, {}));
}

TEST_CASE("terms past 65,534 are told from those with the same lower half, and from gaps") {
  const WordOrder order = order_of({{7, gap, 8}, {7 + 65536, 8, gap, 65535, 8}, {7, 8}});
  CHECK(order.at(1) == gap);
  CHECK(order.at(3) == 7 + 65536);
  CHECK(order.at(6) == 65535);
  CHECK(order.has_phrase(1, Terms{7 + 65536, 8}));
  CHECK(order.has_phrase(1, Terms{65535, 8}));
  CHECK_FALSE(order.has_phrase(1, Terms{7, 8}));
  CHECK_FALSE(order.has_phrase(0, Terms{65535, 8}));
  CHECK(order.has_phrase(2, Terms{7, 8}));
  CHECK_FALSE(order.has_phrase(2, Terms{7 + 65536, 8}));
  CHECK_FALSE(order.has_phrase(2, Terms{0xFFFFFFFE}));
}

TEST_CASE("a phrase is found as by comparing at every place") {
  std::mt19937 random(20261129);
  for (int round = 0; round < 400; ++round) {
    std::vector<Terms> services(2);
    for (Terms& terms : services) {
      for (unsigned left = random() % 40; left > 0; --left) terms.push_back(random() % 9 == 0 ? gap : random() % 4);
    }
    const WordOrder order = order_of(services);
    Terms phrase;
    for (unsigned left = 1 + random() % 3; left > 0; --left) phrase.push_back(random() % 4);
    for (std::uint32_t service = 0; service < 2; ++service) {
      const Terms& terms = services[service];
      const bool has = std::search(terms.begin(), terms.end(), phrase.begin(), phrase.end()) != terms.end();
      CHECK(order.has_phrase(service, phrase) == has);
    }
  }
}

TEST_CASE("common terms, which have a sign of their own, and rare ones, which share theirs, are found alike") {
  constexpr std::uint32_t known = 900;
  Terms starts{0};
  for (std::uint32_t term = 0; term < known; ++term) starts.push_back(starts.back() + (term % 3 == 0 ? 90 : 1));
  const WordOrder empty(starts, 100);
  // Of the common ones more than there are signs; of the rare ones some that share; and one that nobody counted.
  const Terms words{0, 3, 600, 897, 1, 56, 61, 111, known + 5};
  std::mt19937 random(20261130);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Terms> services(3);
    for (Terms& terms : services) {
      for (unsigned left = random() % 70; left > 0; --left)
        terms.push_back(random() % 9 == 0 ? gap : words[random() % words.size()]);
    }
    const WordOrder order = order_of(services, empty);
    Terms phrase;
    for (unsigned left = 1 + random() % 3; left > 0; --left) phrase.push_back(words[random() % words.size()]);
    for (std::uint32_t service = 0; service < 3; ++service) {
      const Terms& terms = services[service];
      const bool has = std::search(terms.begin(), terms.end(), phrase.begin(), phrase.end()) != terms.end();
      REQUIRE(order.has_phrase(service, phrase) == has);
    }
  }
}
