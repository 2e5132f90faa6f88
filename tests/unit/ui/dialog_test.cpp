#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

struct Screen {
  Open open = Open::No;
  int under = 0, kept = 0;

  void draw(Ui& ui) {
    {
      const Scope main = ui.landmark("main", Role::Main);
      const Scope row = ui.row("row");
      if (ui.button("ask", "Ask me")) open = Open::Yes;
      if (const Scope dialog = ui.dialog("sure", "Are you sure?", open)) {
        if (ui.button("keep", "Keep it")) {
          ++kept;
          open = Open::No;
        }
      }
      if (ui.button("under", "Under")) ++under;
    }
    for (int i = 0; i < 30; ++i) ui.text("Line");
  }
};

}  // namespace

TEST_CASE("a dialog covers everything else, stands on its own and has its title as a heading") {
  UiHarness harness(360, 800);
  Screen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  CHECK(harness.count(Role::Dialog) == 0);
  harness.activate(harness.find(Role::Button, "Ask me"));
  const Node& dialog = harness.find(Role::Dialog, "Are you sure?");
  CHECK(dialog.parent == 0);
  CHECK_FALSE(dialog.has(State::Covered));
  CHECK_FALSE(harness.find(Role::Button, "Keep it").has(State::Covered));
  CHECK(harness.find(Role::Heading, "Are you sure?").parent == dialog.id);
  CHECK(harness.find(Role::Button, "Under").has(State::Covered));
  CHECK(dialog.rect.y >= 16);
  CHECK(dialog.rect.y + dialog.rect.height <= 800);
}

TEST_CASE("focus goes into the dialog, and back to what opened it") {
  for (const bool escape : {true, false}) {
    UiHarness harness(360, 800);
    Screen screen;
    harness.frame([&](Ui& ui) { screen.draw(ui); });
    harness.frame_object().focus_node(harness.find(Role::Button, "Ask me").id);
    harness.frame();
    harness.activate(harness.find(Role::Button, "Ask me"));
    CHECK(harness.focused() == harness.find(Role::Button, "Keep it").id);
    if (escape) {
      harness.dismiss();
    } else {
      harness.click(harness.find(Role::Button, "Keep it"));
    }
    CHECK(screen.open == Open::No);
    CHECK(screen.kept == (escape ? 0 : 1));
    CHECK(harness.count(Role::Dialog) == 0);
    CHECK(harness.focused() == harness.find(Role::Button, "Ask me").id);
    CHECK_FALSE(harness.find(Role::Button, "Under").has(State::Covered));
  }
}

TEST_CASE("what lies under a dialog cannot be activated in any way") {
  UiHarness harness(360, 800);
  Screen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  harness.activate(harness.find(Role::Button, "Ask me"));
  harness.log.clear();
  harness.activate(harness.find(Role::Button, "Under"));
  CHECK(screen.under == 0);
  CHECK(harness.log.size() == 1);
  harness.click(harness.find(Role::Button, "Under"));
  CHECK(screen.under == 0);
  CHECK(screen.open == Open::Yes);
}

TEST_CASE("a dialog opens where the person has scrolled to and stays there") {
  UiHarness harness(360, 400);
  Screen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  harness.input.scroll_y = 500;
  screen.open = Open::Yes;
  harness.settle();
  const float y = harness.find(Role::Dialog, "Are you sure?").rect.y;
  CHECK(y > 500);
  CHECK(y < 900);
  harness.input.scroll_y = 520;
  harness.frame();
  CHECK(harness.frame_object().patch().empty());
}

TEST_CASE("opening and closing a dialog moves nothing of the page below") {
  UiHarness harness(360, 800);
  Screen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  const Rect before = harness.tree().page_rect(harness.find(Role::Button, "Under").id);
  screen.open = Open::Yes;
  harness.settle();
  CHECK(harness.tree().page_rect(harness.find(Role::Button, "Under").id) == before);
}

TEST_CASE("Escape without a dialog does nothing") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) { ui.text("x"); });
  harness.dismiss();
  CHECK(harness.log.empty());
}
