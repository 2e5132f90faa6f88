#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

TEST_CASE("a mouse click activates exactly once, on release") {
  UiHarness harness(360, 800);
  int count = 0;
  harness.frame([&](Ui& ui) {
    if (ui.button("save", "Save")) ++count;
  });
  const Rect place = harness.tree().page_rect(harness.find(Role::Button, "Save").id);
  harness.mouse_to(place.x + 5, place.y + 5);
  harness.frame();
  harness.mouse_button(true);
  harness.settle();
  CHECK(count == 0);
  harness.mouse_button(false);
  harness.settle();
  CHECK(count == 1);
  harness.settle();
  CHECK(count == 1);
}

TEST_CASE("pressing, moving away and releasing does nothing") {
  UiHarness harness(360, 800);
  int count = 0;
  harness.frame([&](Ui& ui) {
    if (ui.button("save", "Save")) ++count;
  });
  const Rect place = harness.tree().page_rect(harness.find(Role::Button, "Save").id);
  harness.mouse_to(place.x + 5, place.y + 5);
  harness.frame();
  harness.mouse_button(true);
  harness.frame();
  harness.mouse_to(place.x + 5, place.y + 300);
  harness.frame();
  harness.mouse_button(false);
  harness.settle();
  CHECK(count == 0);
}

TEST_CASE("ten clicks that arrive in one burst are ten activations") {
  UiHarness harness(360, 800);
  int count = 0;
  harness.frame([&](Ui& ui) {
    if (ui.button("save", "Save")) ++count;
  });
  const Rect place = harness.tree().page_rect(harness.find(Role::Button, "Save").id);
  harness.mouse_to(place.x + 5, place.y + 5);
  for (int i = 0; i < 10; ++i) {
    harness.mouse_button(true);
    harness.mouse_button(false);
  }
  for (int i = 0; i < 60; ++i) harness.frame();
  CHECK(count == 10);
}

TEST_CASE("a click in a scrolled page meets what is seen there") {
  UiHarness harness(360, 400);
  int hit = -1;
  harness.frame([&](Ui& ui) {
    for (int i = 0; i < 50; ++i) {
      if (ui.button(Key("b", static_cast<std::uint64_t>(i)), "Button " + std::to_string(i))) hit = i;
    }
  });
  harness.input.scroll_y = 1000;
  harness.frame();
  harness.click(harness.find(Role::Button, "Button 22"));
  CHECK(hit == 22);
}

TEST_CASE("a click anywhere on a card follows its link once; a button on it keeps its own click") {
  UiHarness harness(360, 800);
  int saved = 0;
  harness.frame([&](Ui& ui) {
    const Scope card = ui.card("card", CardLook::Card, "/service/1");
    ui.link("title", "Saturday Stars", "/service/1", LinkLook::CardTitle);
    ui.text("Quiet swim and play, every Saturday morning in the term");
    if (ui.button("save", "Save")) ++saved;
  });
  harness.click(harness.find(Role::Paragraph, "Quiet swim and play, every Saturday morning in the term"));
  CHECK(harness.take_navigations() == std::vector<std::string>{"/service/1"});
  harness.click(harness.find(Role::Link, "Saturday Stars"));
  CHECK(harness.take_navigations() == std::vector<std::string>{"/service/1"});
  harness.click(harness.find(Role::Button, "Save"));
  CHECK(saved == 1);
  CHECK(harness.take_navigations().empty());
}

TEST_CASE("a press moves the page's focus to what was pressed, without a ring") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.button("a", "A");
    ui.button("b", "B");
  });
  harness.click(harness.find(Role::Button, "B"));
  CHECK(harness.focused() == harness.find(Role::Button, "B").id);
}

TEST_CASE("the same task by mouse, by keyboard and by plain view ends in the same state") {
  const auto run = [](int way) {
    UiHarness harness(360, 800);
    ExampleScreen screen;
    if (way == 2) harness.input.view = View::Plain;
    harness.frame([&](Ui& ui) { screen.draw(ui); });
    harness.input.scroll_y = 0;
    const auto use = [&](Role role, const char* name) {
      const Node& node = harness.find(role, name);
      if (way == 0) {
        harness.input.scroll_y = std::max(0.0f, harness.tree().page_rect(node.id).y - 300);
        return harness.click(node);
      }
      if (role == Role::Checkbox || role == Role::Radio) return harness.toggle(node);
      harness.activate(node);
    };
    use(Role::Radio, "Sunday");
    use(Role::Checkbox, "Only places without steps");
    use(Role::Button, "More choices");
    use(Role::Button, "Save place 2");
    use(Role::Button, "Delete my list");
    use(Role::Button, "Keep it");
    CHECK(screen.day == "sun");
    CHECK_FALSE(screen.step_free);
    CHECK(screen.more);
    CHECK(screen.saved == 1);
    CHECK(screen.asking == Open::No);
    CHECK(harness.log.empty());
    return harness.names(Role::Button);
  };
  const auto mouse = run(0);
  CHECK(run(1) == mouse);
  CHECK(run(2) == mouse);
}
