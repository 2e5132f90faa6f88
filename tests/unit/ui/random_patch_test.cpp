#include "app/ui/patch_encoder.hpp"
#include "tests/support/patch_model.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace alongside::ui;
using alongside::testing::PatchModel;

namespace {

class RandomTrees {
 public:
  explicit RandomTrees(unsigned seed) : random_(seed) {}

  // Ids from a small range, so that two trees share many; each id keeps its role.
  SemanticTree make() {
    SemanticTree tree;
    const std::size_t size = pick(40);
    while (tree.size() < size) {
      Node node;
      node.id = 1 + pick(60);
      if (tree.contains(node.id)) continue;
      node.parent = tree.empty() || pick(4) == 0 ? 0 : tree.nodes()[pick(tree.size())].id;
      node.role = static_cast<Role>(node.id % 33);
      fill(node);
      tree.add(std::move(node));
    }
    return tree;
  }

 private:
  std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }
  std::string word() { return pick(3) == 0 ? std::string() : std::string(pick(4), static_cast<char>('a' + pick(3))); }

  void fill(Node& node) {
    node.name = word(), node.lang = word(), node.look = word();
    node.states = static_cast<std::uint32_t>(pick(4));
    node.level = static_cast<std::uint8_t>(pick(3));
    node.rect.x = static_cast<float>(pick(3));
    if (!is_only_words(node.role)) fill_details(node);
  }

  void fill_details(Node& node) {
    node.value = word(), node.description = word(), node.error = word();
    node.href = word(), node.autocomplete = word();
    node.progress = pick(2) == 0 ? -1 : 0.25;
    node.box.height = static_cast<float>(pick(3));
    node.live = static_cast<Live>(pick(3));
    node.max_length = static_cast<std::uint16_t>(pick(2));
    for (std::size_t i = pick(3); i > 0; --i) node.options.push_back({word(), word()});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("applying a patch to one random tree gives exactly the other") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    RandomTrees trees(seed);
    PatchModel page;
    SemanticTree before;
    for (int step = 0; step < 15; ++step) {
      SemanticTree after = trees.make();
      REQUIRE(page.apply(encode_patch(before, after, {})));
      REQUIRE(page.difference(after) == "");
      REQUIRE(encode_patch(after, after, {}).empty());
      before = std::move(after);
    }
  }
}

TEST_CASE("the model of the page refuses a patch that is cut short or of another kind") {
  RandomTrees trees(7);
  SemanticTree tree;
  while (tree.size() < 5) tree = trees.make();
  const std::vector<std::uint8_t> patch = encode_patch({}, tree, {});
  for (std::size_t size = 1; size < patch.size(); ++size) {
    PatchModel page;
    CHECK_FALSE(page.apply({patch.data(), size}));
  }
}
