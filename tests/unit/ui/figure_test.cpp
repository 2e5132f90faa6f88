// Figures: a drawing whose marks and words are nodes like any other, and the gestures that move it.
#include "app/ui/figure.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

struct Drawing {
  UiHarness harness{360, 800};
  FigureMove move;
  int chosen = 0;
  Pressed pressed = Pressed::No;
  FigurePoint at{100, 120};

  Drawing() { draw(); }
  void draw() {
    harness.frame([this](Ui& ui) {
      Sketch sketch;
      const FigurePoint land[] = {{10, 10}, {300, 20}, {200, 100}, {280, 190}, {20, 180}};
      sketch.shape(land, Ink::Ground);
      sketch.line(land, Ink::Edge, 2);
      sketch.ring({100, 100}, 60, Ink::Accent, 2);
      const Scope figure = ui.figure("map", {"Map of the clubs", "Arrow keys move it."}, 200, sketch, move);
      ui.figure_label("town", {200, 60}, "Aldermere", TextLook::Strong);
      ui.figure_label("edge", {2, 60}, "Cut off", TextLook::Soft);
      if (ui.mark("one", at, {"3", "3. Splash Club, 1.2 miles, north-east of you"}, MarkLook::Pin, pressed)) ++chosen;
      ui.mark("outside", {4, 4}, {"9", "9. Too far"}, MarkLook::Group);
    });
    harness.settle();
  }
  const Node& figure() { return harness.find(Role::Figure, "Map of the clubs"); }
  const Node& mark() { return harness.find(Role::Button, "3. Splash Club, 1.2 miles, north-east of you"); }
  void gesture(const char* numbers) {
    harness.push({figure().id, ActionKind::Move, numbers});
    harness.frame();
  }
};

}  // namespace

TEST_CASE("a figure has a name and a hint, and its marks are buttons of a finger's size where they are drawn") {
  Drawing drawing;
  CHECK(drawing.figure().description == "Arrow keys move it.");
  CHECK(drawing.figure().rect.height == 200);
  const Node& mark = drawing.mark();
  CHECK(mark.parent == drawing.figure().id);
  CHECK(mark.rect.width >= 48);
  CHECK(mark.rect.height >= 48);
  CHECK(mark.rect.x + mark.rect.width / 2 == doctest::Approx(100));
  CHECK(mark.rect.y + mark.rect.height / 2 == doctest::Approx(120));
  CHECK(mark.has(State::Unpressed));
}

TEST_CASE("what would reach over the edge of a figure is left out") {
  Drawing drawing;
  CHECK(drawing.harness.has(Role::Paragraph, "Aldermere"));
  CHECK_FALSE(drawing.harness.has(Role::Paragraph, "Cut off"));
  CHECK_FALSE(drawing.harness.has(Role::Button, "9. Too far"));
}

TEST_CASE("a mark is chosen by keyboard and by mouse, once each, and says that it is") {
  Drawing drawing;
  drawing.harness.activate(drawing.mark());
  CHECK(drawing.chosen == 1);
  drawing.harness.click(drawing.mark());
  CHECK(drawing.chosen == 2);
  drawing.pressed = Pressed::Yes;
  drawing.draw();
  CHECK(drawing.mark().has(State::Pressed));
}

TEST_CASE("gestures add up until the page takes them, and nonsense moves nothing far") {
  Drawing drawing;
  drawing.gesture("5 -7 0 10 20");
  drawing.gesture("1 1 50 30 40");
  CHECK(drawing.move.by == FigurePoint{6, -6});
  CHECK(drawing.move.doublings == doctest::Approx(0.5));
  CHECK(drawing.move.about == FigurePoint{30, 40});
  drawing.move = {};
  for (const char* nonsense : {"", "x", "1e9", "999999999999999999999 0 0 0 0", "nan nan nan nan nan"})
    drawing.gesture(nonsense);
  CHECK(drawing.move.by.x <= 100'001);
  CHECK(drawing.move.by.y == 0);
  CHECK(drawing.move.doublings == 0);
}

TEST_CASE("a page without a picture has the same marks and words") {
  Drawing drawing;
  const auto names = drawing.harness.names(Role::Button);
  drawing.harness.input.view = View::Plain;
  drawing.draw();
  CHECK(drawing.harness.names(Role::Button) == names);
}

TEST_CASE("larger letters make larger marks") {
  Drawing drawing;
  drawing.harness.input.text_scale = 2;
  drawing.draw();
  CHECK(drawing.mark().rect.height >= 68);
}

TEST_CASE("a chart is drawn on the canvas, and for the plain page its strokes are told") {
  for (const View view : {View::Canvas, View::Plain}) {
    UiHarness harness(360, 800);
    harness.input.view = view;
    harness.frame([](Ui& ui) {
      Sketch sketch;
      const FigurePoint line[] = {{0, 10}, {40, 10.4f}};
      sketch.line(line, Ink::Accent, 3);
      sketch.ring({20, 10}, 7, Ink::Edge, 2);
      sketch.shape(line, Ink::Green);
      ui.chart("c", "Money", 100, sketch);
    });
    const Node& chart = harness.find(Role::Image, "Money");
    const std::string told = std::to_string(std::lround(chart.rect.width)) +
                             " 100\nline accent 3 M0 10L40 10\nline edge 2 M13 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z"
                             "\nfill green 0 M0 10L40 10Z";
    CHECK(chart.value == (view == View::Plain ? told : ""));
  }
}
