// Pictures: the words stay, two choices with pictures are two large targets, and what is painted is asked for once.
#include "app/ui/pictures.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

struct TwoPictures {
  UiHarness harness;
  std::string chosen;
  std::vector<Choice> choices{{"a", "Swimming", {}, {}, "/api/feedback/symbols/a.svg"},
                              {"b", "Music", {}, {}, "/api/feedback/symbols/b.svg"}};

  explicit TwoPictures(float width) : harness{width, 800} { draw(); }
  void draw() {
    harness.frame([this](Ui& ui) {
      ui.radio_group("which", {"Which do you like?"}, choices, chosen);
      ui.picture("/api/feedback/symbols/c.svg", "", 96);
    });
    harness.settle();
  }
  Rect tile(const char* name) { return harness.find(Role::Radio, name).rect; }
};

}  // namespace

TEST_CASE(
    "two choices with pictures stand side by side, equally large, each at least 120 px wide on the smallest phone") {
  for (const float width : {320.0f, 390.0f, 1280.0f}) {
    TwoPictures screen(width);
    const Rect left = screen.tile("Swimming"), right = screen.tile("Music");
    CHECK(left.width == right.width);
    CHECK(left.height == right.height);
    CHECK(left.y == right.y);
    CHECK(left.x + left.width <= right.x);
    CHECK(left.width >= 120);
    CHECK(left.height >= 120);
    CHECK(right.x + right.width <= width);
  }
}

TEST_CASE("a tile is chosen like any radio button, and a picture without a name says nothing of its own") {
  TwoPictures screen(390);
  screen.harness.toggle(screen.harness.find(Role::Radio, "Music"));
  screen.draw();
  CHECK(screen.chosen == "b");
  CHECK(screen.harness.find(Role::Radio, "Music").has(State::Checked));
  CHECK(screen.harness.find(Role::Picture, "").href == "/api/feedback/symbols/c.svg");
}

TEST_CASE("many choices with pictures wrap, and none leaves the page") {
  TwoPictures screen(320);
  for (const char* word : {"Animals", "Games", "Outside"}) {
    screen.choices.push_back({word, word, {}, {}, "/api/feedback/symbols/d.svg"});
  }
  screen.draw();
  CHECK(screen.tile("Animals").y > screen.tile("Swimming").y);
  for (const Choice& choice : screen.choices) {
    const Rect tile = screen.tile(choice.label.c_str());
    CHECK(tile.x >= 0);
    CHECK(tile.x + tile.width <= 320);
  }
}
