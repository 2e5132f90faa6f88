#include "app/ui/frame_parts.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

struct GrowingScreen {
  bool has_more = false;
  Open dialog = Open::No;

  void draw(Ui& ui) {
    const Scope main = ui.landmark("main", Role::Main);
    {
      const Scope card = ui.card("first");
      ui.text("Here");
    }
    if (has_more) {
      const Scope card = ui.card("more");
      ui.text("More");
    }
    ui.text("Last");
    if (const Scope panel = ui.dialog("sure", "Sure?", dialog)) ui.text("Really");
  }
};

// How much of the painted words is seen: 0 to 255.
int opacity_of_words(UiHarness& harness, std::string_view words) {
  for (const Layer layer : {Layer::Page, Layer::Overlay}) {
    const DisplayList& list = harness.frame_object().parts().stage.paint(layer);
    for (const Command& command : list.commands()) {
      if (command.kind == Command::Kind::Text && list.text_of(command) == words) return command.opacity;
    }
  }
  return -1;
}

struct ShownAt {
  UiHarness harness{360, 800};
  GrowingScreen screen;

  explicit ShownAt(Motion motion) {
    harness.input.motion = motion;
    at(1000);
  }
  void at(std::int64_t ms) {
    harness.input.now_ms = ms;
    harness.frame([&](Ui& ui) { screen.draw(ui); });
  }
};

}  // namespace

TEST_CASE("what has just come fades in, and nothing else does") {
  ShownAt shown(Motion::Gentle);
  CHECK(opacity_of_words(shown.harness, "Here") == 255);  // the first screen is there at once
  shown.screen.has_more = true;
  shown.at(2000);
  CHECK(opacity_of_words(shown.harness, "More") == 0);
  CHECK(opacity_of_words(shown.harness, "Here") == 255);
  CHECK(opacity_of_words(shown.harness, "Last") == 255);
  CHECK(shown.harness.frame_object().wants_another());
  shown.at(2080);
  const int half_way = opacity_of_words(shown.harness, "More");
  CHECK(half_way > 127);
  CHECK(half_way < 255);
  shown.at(2160);
  CHECK(opacity_of_words(shown.harness, "More") == 255);
  CHECK_FALSE(shown.harness.frame_object().wants_another());
}

TEST_CASE("the page is told of it at once, whatever is still to be seen") {
  ShownAt shown(Motion::Gentle);
  shown.screen.has_more = true;
  shown.at(2000);
  CHECK(shown.harness.has(Role::Paragraph, "More"));
  const std::size_t nodes = shown.harness.tree().size();
  shown.at(2080);
  CHECK(shown.harness.frame_object().patch().empty());
  CHECK(shown.harness.tree().size() == nodes);
}

TEST_CASE("a dialog fades in over its page") {
  ShownAt shown(Motion::Gentle);
  shown.screen.dialog = Open::Yes;
  shown.at(2000);
  CHECK(opacity_of_words(shown.harness, "Really") == 0);
  CHECK(opacity_of_words(shown.harness, "Last") == 255);
  shown.at(3000);
  CHECK(opacity_of_words(shown.harness, "Really") == 255);
}

TEST_CASE("nothing fades for whoever asked for less motion") {
  ShownAt shown(Motion::Still);
  shown.screen.has_more = true;
  shown.screen.dialog = Open::Yes;
  shown.at(2000);
  CHECK(opacity_of_words(shown.harness, "More") == 255);
  CHECK(opacity_of_words(shown.harness, "Really") == 255);
}

TEST_CASE("what goes while it comes, or a clock that is put back, leaves nothing half seen") {
  ShownAt shown(Motion::Gentle);
  shown.screen.has_more = true;
  shown.at(2000);
  shown.at(1500);
  CHECK(opacity_of_words(shown.harness, "More") == 255);
  shown.screen.has_more = false;
  shown.at(2600);
  shown.screen.has_more = true;
  shown.at(2700);
  shown.screen.has_more = false;
  shown.at(2720);
  CHECK(opacity_of_words(shown.harness, "Last") == 255);
  CHECK_FALSE(shown.harness.frame_object().wants_another());
}

TEST_CASE("nothing goes on arriving on the plain page, which rests") {
  ShownAt shown(Motion::Gentle);
  shown.screen.has_more = true;
  shown.at(2000);
  shown.harness.input.view = View::Plain;
  shown.at(2010);
  CHECK_FALSE(shown.harness.frame_object().wants_another());
}
