#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

TEST_CASE("when nothing changed nothing is sent and no frame is asked for") {
  UiHarness harness(360, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  CHECK_FALSE(harness.frame_object().patch().empty());
  for (int i = 0; i < 5; ++i) {
    harness.frame();
    CHECK(harness.frame_object().patch().empty());
    CHECK_FALSE(harness.frame_object().wants_another());
  }
}

TEST_CASE("scrolling and moving the mouse send nothing") {
  UiHarness harness(360, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  for (int i = 0; i < 20; ++i) {
    harness.input.scroll_y += 37;
    harness.mouse_to(180, static_cast<float>(40 * i));
    harness.frame();
    CHECK(harness.frame_object().patch().empty());
  }
}

TEST_CASE("the plain view has the same tree as the canvas") {
  UiHarness harness(360, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  harness.input.view = View::Plain;
  harness.frame();
  CHECK(harness.frame_object().patch().empty());
  harness.activate(harness.find(Role::Button, "Save place 1"));
  CHECK(screen.saved == 1);
}

TEST_CASE("a sentence is announced once, even when it repeats") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) { ui.text("x"); });
  harness.frame_object().announce("Saved");
  harness.frame();
  harness.frame();
  harness.frame_object().announce("Saved");
  harness.frame();
  CHECK(harness.announced == std::vector<std::string>{"Saved", "Saved"});
}

TEST_CASE("a scope that throws closes itself and the frame goes on") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    try {
      const Scope main = ui.landmark("main", Role::Main);
      const Scope row = ui.row("row");
      ui.button("half", "Half");
      throw 1;
    } catch (int) {
      ui.notice(Tone::Bad, Icon::Warning, "This part does not work just now");
    }
  });
  CHECK(harness.find(Role::Paragraph, "This part does not work just now").parent == 0);
  CHECK(harness.has(Role::Button, "Half"));
}

TEST_CASE("after the page was forgotten everything is told again") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) { ui.heading(1, "Home"); });
  const std::vector<std::uint8_t> first(harness.frame_object().patch().begin(), harness.frame_object().patch().end());
  harness.frame_object().forget_page();
  UiHarness::Page page = [](Ui& ui) { ui.heading(1, "Home"); };
  CHECK_FALSE(first.empty());
  CHECK(harness.frame_object().tree().empty());
}

TEST_CASE("a new page takes focus to its first heading") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.heading(1, "Not this");
    const Scope main = ui.landmark("main", Role::Main);
    ui.text("words");
    ui.heading(1, "Find");
  });
  harness.frame_object().focus_main();
  harness.frame_object().scroll_to(0);
  harness.frame();
  CHECK(harness.focused() == harness.find(Role::Heading, "Find").id);
  CHECK(harness.page().scrolls == std::vector<float>{0});
}

TEST_CASE("focus can be asked for by the key of a widget below the open scope") {
  UiHarness harness(360, 800);
  std::string value;
  bool ask = true;
  harness.frame([&](Ui& ui) {
    const Scope form = ui.form("form", "Form");
    if (ask) ui.focus("name");
    ask = false;
    const Scope row = ui.row("row");
    ui.text_field("name", {"Name"}, value);
  });
  CHECK(harness.focused() == harness.find(Role::TextField, "Name").id);
}

TEST_CASE("the page is as high as what is on it") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    for (int i = 0; i < 100; ++i) ui.text("A line");
  });
  const Rect last = harness.tree().page_rect(harness.tree().nodes().back().id);
  CHECK(harness.page().height >= last.y + last.height);
  CHECK(harness.page().height < last.y + last.height + 50);
}
