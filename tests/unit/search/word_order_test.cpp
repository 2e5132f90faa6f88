#include "plugins/local_offer/model/search/word_order.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace alongside::local_offer;

TEST_CASE("a phrase is its words side by side, in one text, in one service") {
  WordOrder order;
  order.terms = {1, 2, 3, WordOrder::gap, 4, 1, 1, 2, WordOrder::gap};
  order.starts = {0, 4, 9};
  const auto has = [&](std::uint32_t service, std::vector<std::uint32_t> phrase) {
    return order.has_phrase(service, phrase);
  };
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
