#include "app/ui/node_index.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <unordered_map>

using namespace alongside::ui;

TEST_CASE("an id is found where it was put, and one that was never put is not") {
  NodeIndex index;
  CHECK(index.find(7) == std::nullopt);
  CHECK(index.add(7, 0));
  index.add(0x100000007, 1);  // the same widget of a plugin
  CHECK(index.find(7) == 0u);
  CHECK(index.find(0x100000007) == 1u);
  CHECK_FALSE(index.add(7, 5));
  CHECK(index.find(7) == 0u);
}

TEST_CASE("what was there before it was cleared is not found, and may come again elsewhere") {
  NodeIndex index;
  for (std::size_t round = 0; round < 3; ++round) {
    for (NodeId id = 1; id <= 100; ++id) CHECK(index.add(id, id + round));
    CHECK(index.find(50) == 50 + round);
    index.clear();
    CHECK(index.find(50) == std::nullopt);
  }
}

TEST_CASE("thousands of ids, many of which begin at one place, are all found") {
  std::mt19937_64 random(20261129);
  for (const NodeId mask : {~NodeId{0}, NodeId{0xFFF}, NodeId{0xFFFFFFFF00000000}}) {
    NodeIndex index;
    std::unordered_map<NodeId, std::size_t> expected;
    for (std::size_t place = 0; place < 3000; ++place) {
      const NodeId id = (random() & mask) << (mask == 0xFFF ? 12 : 0);
      index.add(id, place);
      expected.emplace(id, place);
    }
    for (const auto& [id, place] : expected) CHECK(index.find(id) == place);
  }
}
