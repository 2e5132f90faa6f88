#include "app/ui/frame_parts.hpp"
#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside::ui;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

namespace {

std::string without_breaks(std::string text) {
  std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n'; });
  return text;
}

// All words that any node says, on which painted lines are looked up.
std::string all_words(const SemanticTree& tree) {
  std::string all;
  for (const Node& node : tree.nodes()) {
    all += node.name + "\n" + node.value + "\n" + node.description + "\n" + node.error + "\n";
    for (const Option& option : node.options) all += option.label + "\n";
  }
  return without_breaks(all);
}

}  // namespace

TEST_CASE("every word that is painted is said by a node of the tree") {
  for (const float width : {320.0f, 1000.0f}) {
    UiHarness harness(width, 800);
    ExampleScreen screen;
    screen.asking = Open::Yes;
    harness.frame([&](Ui& ui) { screen.draw(ui); });
    const std::string words = all_words(harness.tree());
    int painted = 0;
    for (const Layer layer : {Layer::Page, Layer::Overlay}) {
      const DisplayList& list = harness.frame_object().parts().stage.paint(layer);
      for (const Command& command : list.commands()) {
        if (command.kind != Command::Kind::Text) continue;
        const std::string line = without_breaks(std::string(list.text_of(command)));
        CAPTURE(line);
        CHECK(words.find(line) != std::string::npos);
        ++painted;
      }
    }
    CHECK(painted > 60);
  }
}

TEST_CASE("every word that a node says is painted inside the node, and nothing leaves the screen") {
  UiHarness harness(320, 800, 2);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  const DisplayList& list = harness.frame_object().parts().stage.paint(Layer::Page);
  for (const Command& command : list.commands()) {
    if (command.kind != Command::Kind::Text) continue;
    CAPTURE(std::string(list.text_of(command)));
    CHECK(command.rect.x >= 0);
    CHECK(command.rect.x + command.rect.width <= 320);
  }
  for (const Node& node : harness.tree().nodes()) {
    const bool words = node.role == Role::Paragraph || node.role == Role::Heading || node.role == Role::Link ||
                       node.role == Role::Button;
    if (!words) continue;
    const Rect place = harness.tree().page_rect(node.id);
    const bool found = std::ranges::any_of(list.commands(), [&](const Command& command) {
      return command.kind == Command::Kind::Text && node.name.starts_with(list.text_of(command)) &&
             command.rect.x >= place.x - 0.5f && command.rect.y >= place.y - 0.5f &&
             command.rect.y + command.rect.height <= place.y + place.height + 4;
    });
    CAPTURE(node.name);
    CHECK(found);
  }
}

TEST_CASE("a focus ring is painted round what has the keyboard's focus, and not after a mouse press") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.button("a", "A");
    ui.button("b", "B");
  });
  const auto rings = [&] {
    const Color color = theme(ThemeName::Light).focus_inner;
    return std::ranges::count_if(harness.frame_object().parts().stage.paint(Layer::Page).commands(),
                                 [&](const Command& command) { return command.color == color; });
  };
  CHECK(rings() == 0);
  harness.push({harness.find(Role::Button, "A").id, ActionKind::FocusIn, "1"});
  harness.frame();
  CHECK(rings() == 1);
  harness.click(harness.find(Role::Button, "B"));
  CHECK(rings() == 0);
}
