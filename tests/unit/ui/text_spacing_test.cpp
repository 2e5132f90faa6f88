#include "app/ui/frame_parts.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

constexpr std::string_view sentence = "A sentence of some words that a person reads slowly";
constexpr TextSpacing wide{.letter = 0.12f, .word = 0.16f, .line = 1.5f, .paragraph = 2};  // WCAG 2.2, 1.4.12

float widest_run(UiHarness& harness) {
  float widest = 0;
  for (const Command& command : harness.frame_object().parts().stage.paint(Layer::Page).commands()) {
    if (command.kind == Command::Kind::Text) widest = std::max(widest, command.rect.width);
  }
  return widest;
}

}  // namespace

TEST_CASE("letters and words stand as far apart as the person asked") {
  constexpr std::string_view one_line = "A sentence of some words";
  UiHarness harness(1000, 800);
  harness.frame([](Ui& ui) { ui.text(one_line); });
  const float usual = widest_run(harness);
  harness.input.spacing = wide;
  harness.frame();
  const auto spaces = static_cast<float>(std::ranges::count(one_line, ' '));
  const float more = 18 * (0.12f * static_cast<float>(one_line.size()) + 0.16f * spaces);
  CHECK(widest_run(harness) == doctest::Approx(usual + more).epsilon(0.01));
}

TEST_CASE("lines and paragraphs get the space that the person asked for") {
  UiHarness harness(360, 800);
  const auto page = [](Ui& ui) {
    ui.text(sentence);
    ui.text("Next");
  };
  harness.input.spacing = {.line = 2, .paragraph = 2};
  harness.frame(page);
  const Node& first = harness.find(Role::Paragraph, sentence);
  const Node& next = harness.find(Role::Paragraph, "Next");
  CHECK(next.rect.height == 36);
  CHECK(next.rect.y - (first.rect.y + first.rect.height) >= 36);
}

TEST_CASE("with more space everything still fits at 320 pixels") {
  UiHarness harness(320, 800, 2);
  harness.input.spacing = wide;
  harness.frame([](Ui& ui) {
    ui.heading(1, "A heading of several words");
    ui.text(sentence);
    ui.button("go", "Save this spend now");
  });
  for (const Command& command : harness.frame_object().parts().stage.paint(Layer::Page).commands()) {
    CHECK(command.rect.x + command.rect.width <= 320);
  }
}

TEST_CASE("a line of a paragraph, a hint or a choice is no longer than about 70 letters, however wide the screen") {
  std::string long_text;
  for (int i = 0; i < 12; ++i)
    long_text += "Quiet swim and play on Saturday mornings for autistic children and their families. ";
  UiHarness harness(1280, 800);
  harness.frame([&](Ui& ui) {
    std::string value;
    ui.text(long_text);
    ui.text(long_text, TextLook::Soft);
    ui.radio_group("pick", {"Pick", long_text}, {{"a", long_text}}, value);
  });
  std::size_t runs = 0;
  for (const Command& command : harness.frame_object().parts().stage.paint(Layer::Page).commands()) {
    if (command.kind != Command::Kind::Text) continue;
    CHECK(command.length <= 74);
    ++runs;
  }
  CHECK(runs > 40);
}
