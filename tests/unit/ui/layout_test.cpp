#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

TEST_CASE("nothing reaches past the right edge at any width and text size") {
  for (const float width : {320.0f, 360.0f, 500.0f, 768.0f, 900.0f, 1400.0f}) {
    for (const float scale : {1.0f, 1.5f, 2.0f, 4.0f}) {
      UiHarness harness(width, 800, scale);
      ExampleScreen screen;
      screen.asking = Open::Yes;
      screen.more = true;
      harness.frame([&](Ui& ui) { screen.draw(ui); });
      for (const Node& node : harness.tree().nodes()) {
        const Rect place = harness.tree().page_rect(node.id);
        CAPTURE(width);
        CAPTURE(scale);
        CAPTURE(node.name);
        CHECK(place.x >= 0);
        CHECK(place.x + place.width <= width);
        CHECK(node.box.x + node.box.width <= node.rect.width + 0.5f);
      }
    }
  }
}

TEST_CASE("every target is at least 48 pixels high, links in text at least 24") {
  UiHarness harness(320, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  int targets = 0;
  for (const Node& node : harness.tree().nodes()) {
    CAPTURE(node.name);
    const bool control = node.role == Role::Button || node.role == Role::Checkbox || node.role == Role::Radio;
    const bool field = node.role == Role::TextField || node.role == Role::Select;
    if (control) CHECK(node.rect.height >= 48);
    if (control) CHECK(node.rect.width >= 48);
    if (field) CHECK(node.box.height >= 48);
    if (node.role == Role::Link) CHECK(node.rect.height >= 24);
    targets += control || field;
  }
  CHECK(targets > 10);
}

TEST_CASE("things that can be clicked do not overlap") {
  for (const float width : {320.0f, 1000.0f}) {
    UiHarness harness(width, 800);
    ExampleScreen screen;
    harness.frame([&](Ui& ui) { screen.draw(ui); });
    std::vector<const Node*> targets;
    for (const Node& node : harness.tree().nodes()) {
      if (node.role == Role::Button || node.role == Role::Link || node.role == Role::TextField)
        targets.push_back(&node);
    }
    for (const Node* one : targets) {
      for (const Node* other : targets) {
        if (one == other) continue;
        const Rect a = harness.tree().page_rect(one->id), b = harness.tree().page_rect(other->id);
        const bool apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        CAPTURE(one->name);
        CAPTURE(other->name);
        CHECK(apart);
      }
    }
  }
}

TEST_CASE("a row puts things side by side, wraps, and centres a line") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    const Scope row = ui.row("row");
    ui.text("Small");
    ui.button("a", "First");
    ui.button("b", "A rather long second button");
  });
  const auto place = [&](Role role, const char* name) { return harness.tree().page_rect(harness.find(role, name).id); };
  const Rect small = place(Role::Paragraph, "Small"), first = place(Role::Button, "First");
  const Rect second = place(Role::Button, "A rather long second button");
  CHECK(first.x >= small.x + small.width + 8);
  CHECK(std::abs((small.y + small.height / 2) - (first.y + first.height / 2)) <= 1);
  CHECK(second.y >= first.y + first.height);
  CHECK(second.x == small.x);
}

TEST_CASE("a field and its button in a row stand on one line") {
  UiHarness harness(700, 800);
  std::string value;
  harness.frame([&](Ui& ui) {
    const Scope row = ui.row("row");
    ui.text_field("q", {"Search", "One word"}, value);
    ui.button("go", "Go");
  });
  const Rect field = harness.tree().page_rect(harness.find(Role::TextField, "Search").id);
  const Rect button = harness.tree().page_rect(harness.find(Role::Button, "Go").id);
  CHECK(button.x > field.x + field.width);
  CHECK(button.y + button.height == field.y + field.height);
}

TEST_CASE("two panes stand side by side from 900 pixels on") {
  const auto page = [](Ui& ui) {
    const Scope split = ui.split("split", 0.4f);
    {
      const Scope left = ui.pane("left");
      ui.text("List");
    }
    const Scope right = ui.pane("right");
    ui.text("Detail");
  };
  for (const float width : {899.0f, 900.0f}) {
    UiHarness harness(width, 800);
    harness.frame(page);
    const Rect left = harness.tree().page_rect(harness.find(Role::Paragraph, "List").id);
    const Rect right = harness.tree().page_rect(harness.find(Role::Paragraph, "Detail").id);
    if (width >= 900) {
      CHECK(left.y == right.y);
      CHECK(right.x > left.x + 300);
    } else {
      CHECK(right.y > left.y);
      CHECK(right.x == left.x);
    }
  }
}

TEST_CASE("text on a wide screen keeps to a comfortable measure") {
  UiHarness harness(1400, 800);
  std::string text;
  for (int i = 0; i < 60; ++i) text += "words and ";
  harness.frame([&](Ui& ui) { ui.text(text); });
  CHECK(harness.find(Role::Paragraph, text).rect.width <= 34 * 18);
}

TEST_CASE("a sentence in a column has its line to itself; in a row it takes what its words need") {
  UiHarness harness(360, 800);
  harness.frame([&](Ui& ui) {
    ui.text("Short");
    auto row = ui.row("row");
    ui.text("Beside");
    ui.button("go", "Go");
  });
  const Rect alone = harness.tree().page_rect(harness.find(Role::Paragraph, "Short").id);
  const Rect beside = harness.tree().page_rect(harness.find(Role::Paragraph, "Beside").id);
  const Rect button = harness.tree().page_rect(harness.find(Role::Button, "Go").id);
  CHECK(alone.width == 360 - 2 * 16);
  CHECK(beside.width < 100);
  CHECK(beside.x + beside.width <= button.x);
}

TEST_CASE("the tabs of the navigation stand side by side") {
  UiHarness harness(768, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  const Rect home = harness.tree().page_rect(harness.find(Role::Link, "Home").id);
  const Rect find = harness.tree().page_rect(harness.find(Role::Link, "Find").id);
  CHECK(home.y == find.y);
  CHECK(find.x >= home.x + home.width);
  CHECK(harness.find(Role::Link, "Find").has(State::Current));
}

TEST_CASE("cards stand in columns where there is room, in reading order, and below each other on a phone") {
  for (const float width : {360.0f, 1200.0f}) {
    UiHarness harness(width, 800);
    harness.frame([](Ui& ui) {
      const Scope list = ui.list("list", {}, ListLook::Cards);
      for (std::uint64_t i = 0; i < 5; ++i) {
        const Scope item = ui.list_item(Key("item", i));
        const Scope card = ui.card("card");
        ui.text("Card " + std::to_string(i));
        if (i == 0) ui.text("which is higher than the others");
      }
    });
    const auto place = [&](const char* name) {
      return harness.tree().page_rect(harness.find(Role::Paragraph, name).id);
    };
    if (width < 600) {
      CHECK(place("Card 1").x == place("Card 0").x);
      CHECK(place("Card 1").y > place("Card 0").y + 60);
    } else {
      CHECK(place("Card 1").y == place("Card 0").y);
      CHECK(place("Card 2").x > place("Card 1").x + 300);
      CHECK(place("Card 3").x == place("Card 0").x);
      CHECK(place("Card 3").y > place("which is higher than the others").y + 30);
    }
    CHECK(harness.page().height > place("Card 4").y + 30);
  }
}

TEST_CASE("the label of a narrow field is not broken by the width of its box") {
  UiHarness harness(360, 800);
  std::string age;
  harness.frame([&](Ui& ui) { ui.text_field("age", {"Your child's age in years"}, age, {.max_width = 80}); });
  const Node& field = harness.find(Role::TextField, "Your child's age in years");
  CHECK(field.box.width == 80);
  CHECK(field.rect.width > 150);
  CHECK(field.box.y < 40);
}
