#include "app/ui/patch_encoder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace alongside::ui;

namespace {

Node node(NodeId id, NodeId parent, Role role, const char* name) {
  Node result;
  result.id = id;
  result.parent = parent;
  result.role = role;
  result.name = name;
  return result;
}

}  // namespace

TEST_CASE("two equal trees and nothing else to say make no patch") {
  SemanticTree tree;
  tree.add(node(1, 0, Role::Main, ""));
  tree.add(node(2, 1, Role::Heading, "Find"));
  CHECK(encode_patch(tree, tree, {}).empty());
}

TEST_CASE("the bytes of a patch are as agreed with the page") {
  SemanticTree before, after;
  before.add(node(0x100000002, 0, Role::Button, "A"));
  after.add(node(0x100000003, 0, Role::Heading, "Hi")).level = 2;
  PatchExtras extras;
  extras.height = 1.0f;
  extras.scroll = 0.0f;
  extras.focus = 0x100000003;
  extras.announcements = {"é"};
  const std::vector<std::uint8_t> expected = {
      0x41, 0x4C, 0x50, 0x31, 7,    0,    0,    0,  // magic, 7 operations
      1,    3,    0,    0,    0,    1,    0,    0,   0,   8, 0x21,
      0,    0,    0,    2,    0,    0,    0,    'H', 'i', 2,  // create, name and level
      3,    0,    0,    0,    0,    0,    0,    0,   0,   1, 0,
      0,    0,    3,    0,    0,    0,    1,    0,   0,   0,  // children of the page
      4,    2,    0,    0,    0,    1,    0,    0,   0,       // remove
      6,    0,    0,    0x80, 0x3F,                           // height
      8,    0,    0,    0,    0,                              // scroll
      5,    3,    0,    0,    0,    1,    0,    0,   0,       // focus
      7,    2,    0,    0,    0,    0xC3, 0xA9,               // announce
  };
  CHECK(encode_patch(before, after, extras) == expected);
}

TEST_CASE("every field of a node is set in the order of its bit") {
  SemanticTree before, after;
  before.add(node(1, 0, Role::Select, "a"));
  Node full = node(1, 0, Role::Select, "b");
  full.value = "v", full.description = "d", full.error = "e", full.href = "h", full.lang = "l";
  full.autocomplete = "c", full.look = "k";
  full.states = 0x01020304;
  full.level = 5;
  full.progress = 0.5;
  full.rect = {1, 1, 1, 1};
  full.box = {0, 0, 2, 0};
  full.input_type = InputType::Date, full.input_mode = InputMode::Search, full.max_length = 0x0201;
  full.options = {{"x", ""}};
  full.live = Live::Assertive;
  after.add(full);
  const std::vector<std::uint8_t> patch = encode_patch(before, after, {});
  const std::vector<std::uint8_t> expected = {
      0x41, 0x4C, 0x50, 0x31, 1,   0,    0,    0, 2, 1,   0,    0,    0, 0, 0,    0,    0,   0xFF, 0xFF, 0,    0,
      1,    0,    0,    0,    'b', 1,    0,    0, 0, 'v', 1,    0,    0, 0, 'd',  1,    0,   0,    0,    'e',  4,
      3,    2,    1,    5,    0,   0,    0,    0, 0, 0,   0xE0, 0x3F, 0, 0, 0x80, 0x3F, 0,   0,    0x80, 0x3F, 0,
      0,    0x80, 0x3F, 0,    0,   0x80, 0x3F, 0, 0, 0,   0,    0,    0, 0, 0,    0,    0,   0,    0x40, 0,    0,
      0,    0,    1,    0,    0,   0,    'h',  1, 0, 0,   0,    'l',  1, 0, 0,    0,    'c', 5,    5,    1,    2,
      1,    0,    1,    0,    0,   0,    'x',  0, 0, 0,   0,    2,    1, 0, 0,    0,    'k',
  };
  CHECK(patch == expected);
}

TEST_CASE("one changed word sends one operation and nothing about the others") {
  SemanticTree before, after;
  for (SemanticTree* tree : {&before, &after}) {
    tree->add(node(1, 0, Role::Main, ""));
    for (NodeId id = 2; id < 500; ++id) tree->add(node(id, 1, Role::Paragraph, "same"));
  }
  after.nodes()[200].name = "else";
  CHECK(encode_patch(before, after, {}).size() == 8 + 1 + 8 + 4 + 4 + 4);
}
