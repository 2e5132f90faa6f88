// Pictures: the words stay, two choices with pictures are two large targets, and what is painted is asked for once.
#include "app/ui/pictures.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace alongside::ui;
using namespace alongside::ui::literals;
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

constexpr char sentences[] =
    "test.long\0"
    "Whoever wants to can tell us\0"
    "Gall unrhyw un ddweud wrthym\0"
    "test.long#easy\0"
    "Tell us how it was. You do not have to. It takes one minute.\0"
    "Dywedwch wrthym sut oedd hi. Does dim rhaid i chi. Mae'n cymryd munud.\0"
    "test.long#picture\0"
    "/api/feedback/symbols/talk\0"
    "/api/feedback/symbols/talk\0";

}  // namespace

TEST_CASE("in easy read a sentence stands beside its picture, however narrow the page and large the text") {
  for (const auto& [width, scale] : {std::pair{320.0f, 1.0f}, {320.0f, 4.0f}, {1280.0f, 1.0f}}) {
    CAPTURE(width);
    CAPTURE(scale);
    UiHarness harness(width, 800, scale);
    harness.words().add({sentences, 3});
    harness.words().use(Language::English, Wording::Easy);
    harness.frame([](Ui& ui) { ui.sentence("test.long"_t); });
    const Node& said = harness.find(Role::Paragraph, "Tell us how it was. You do not have to. It takes one minute.");
    const Node& picture = harness.find(Role::Picture, "");
    CHECK(picture.href == "/api/feedback/symbols/talk");
    CHECK(picture.rect.x + picture.rect.width < said.rect.x);
    CHECK(said.rect.x + said.rect.width <= width);
    CHECK(picture.rect.y + picture.rect.height / 2 ==
          doctest::Approx(said.rect.y + said.rect.height / 2).epsilon(0.01));
  }
}

TEST_CASE("the usual words have no picture, and are what text() draws") {
  UiHarness harness(390, 800);
  harness.words().add({sentences, 3});
  harness.frame([](Ui& ui) { ui.sentence("test.long"_t); });
  CHECK(harness.has(Role::Paragraph, "Whoever wants to can tell us"));
  CHECK(harness.count(Role::Picture) == 0);
}

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
