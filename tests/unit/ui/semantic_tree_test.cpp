// SemanticTree: nodes are kept from frame to frame and filled anew.
#include "app/ui/semantic_tree.hpp"
#include "app/ui/patch_encoder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace alongside::ui {
namespace {

Node full_node() {
  Node node;
  node.id = 7;
  node.role = Role::TextField;
  node.states = 1;
  node.level = 2;
  node.input_type = InputType::Email;
  node.input_mode = InputMode::Decimal;
  node.live = Live::Polite;
  node.max_length = 9;
  node.progress = 0.5;
  node.rect = {1, 2, 3, 4};
  node.box = {5, 6, 7, 8};
  node.name = "words that are longer than what a string holds by itself";
  node.value = node.description = node.error = node.href = node.lang = node.autocomplete = node.look = "x";
  node.options = {{"value", "label"}};
  return node;
}

}  // namespace

TEST_CASE("a node that is used again is as new, in every field that the page is told of") {
  SemanticTree tree;
  tree.add(full_node());
  const std::vector<std::uint8_t> patch = encode_patch({}, tree, {});
  constexpr std::size_t mask_at = 8 + 1 + 8 + 1;  // behind the head, the operation, the id and the role
  REQUIRE(patch.size() > mask_at + 4);
  CHECK((patch[mask_at] | patch[mask_at + 1] << 8) == 0xFFFF);  // so the node above has every field

  tree.clear();
  CHECK(tree.empty());
  CHECK(tree.find(7) == nullptr);
  CHECK(tree.nodes().empty());
  Node fresh;
  fresh.id = 8;
  fresh.role = Role::Heading;
  CHECK(tree.add(8, 0, Role::Heading) == fresh);
}

TEST_CASE("words alone that come where words alone were are as new too") {
  SemanticTree tree;
  Node& sentence = tree.add(7, 0, Role::Paragraph);
  sentence.name = sentence.look = sentence.lang = "x";
  sentence.states = 1;
  sentence.level = 2;
  sentence.rect = {1, 2, 3, 4};
  tree.clear();
  Node fresh;
  fresh.id = 8;
  fresh.role = Role::Heading;
  CHECK(tree.add(8, 0, Role::Heading) == fresh);
}

TEST_CASE("a node is found by its id whatever order the frames before had") {
  std::mt19937 random(20261201);
  const auto below = [&random](NodeId count) { return static_cast<NodeId>(random()) % count; };
  SemanticTree tree;
  for (int frame = 0; frame < 2000; ++frame) {
    CAPTURE(frame);
    // Mostly as before, sometimes with something less, more, or in another place.
    const NodeId first = 1 + (below(4) == 0 ? below(9) : 0), count = 20 + (below(4) == 0 ? below(9) : 0);
    tree.clear();
    std::vector<NodeId> expected;
    for (NodeId id = first; id <= count; ++id) {
      const NodeId taken = below(60) == 0 ? 1 + below(40) : id;
      const bool is_new = std::ranges::find(expected, taken) == expected.end();
      CHECK((tree.add_new(taken, 0, Role::Paragraph) != nullptr) == is_new);
      if (is_new) expected.push_back(taken);
    }
    for (NodeId id = 1; id <= 50; ++id) {
      const auto at = std::ranges::find(expected, id);
      const Node* found = tree.find(id);
      CHECK((found == nullptr) == (at == expected.end()));
      if (found != nullptr) CHECK(found == &tree.nodes()[static_cast<std::size_t>(at - expected.begin())]);
    }
  }
}

TEST_CASE("what an earlier frame had more of is not in this one") {
  SemanticTree tree;
  for (NodeId id = 1; id <= 5; ++id) tree.add(id, 0, Role::Paragraph);
  tree.clear();
  tree.add(1, 0, Role::Paragraph);
  CHECK(tree.size() == 1);
  CHECK(tree.children().at(0) == std::vector<NodeId>{1});
  CHECK_FALSE(tree.contains(2));
}

}  // namespace alongside::ui
