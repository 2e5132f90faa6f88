#include "app/ui/measured_text.hpp"
#include "tests/support/ui_harness.hpp"

#include "app/ui/frame_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace alongside::ui;
using alongside::testing::font_file;
using alongside::testing::UiHarness;

namespace {

struct Asked {
  std::string text;
  TextStyle style;
  float width;
};

Asked anything(std::mt19937& random) {
  constexpr const char* texts[] = {"", "Somewhere quiet", "one-to-one on a Saturday morning\nand tea",
                                   "Rhywle tawel ŵ"};
  constexpr float widths[] = {60, 200, 200.5f};
  constexpr float sizes[] = {16, 18};
  return {texts[random() % 4], {static_cast<FontFace>(random() % 2), sizes[random() % 2]}, widths[random() % 3]};
}

bool same(const TextBlock& one, const TextBlock& other) {
  const auto same_line = [](const TextLine& left, const TextLine& right) {
    return left.text == right.text && left.width == right.width;
  };
  return std::ranges::equal(one.lines, other.lines, same_line) && one.width == other.width &&
         one.height == other.height && one.line_height == other.line_height;
}

}  // namespace

TEST_CASE("words that are remembered measure as they do anew, whatever came, went or changed between frames") {
  UiHarness harness(360, 800);
  MeasuredText measured;
  std::mt19937 random(7);
  std::vector<Asked> asked;
  for (int round = 0; round < 300; ++round) {
    if (asked.size() > 6) asked.erase(asked.begin() + static_cast<std::ptrdiff_t>(random() % asked.size()));
    if (random() % 2 == 0)
      asked.insert(asked.begin() + static_cast<std::ptrdiff_t>(random() % (asked.size() + 1)), anything(random));
    if (!asked.empty() && random() % 3 == 0) asked[random() % asked.size()] = anything(random);
    harness.frame([&](Ui&) {
      const Fonts& fonts = harness.frame_object().parts().fonts;
      measured.begin_frame(fonts, 1);
      std::vector<const TextBlock*> told;
      for (const Asked& each : asked) told.push_back(&measured.measure(fonts, each.style, each.text, each.width));
      for (std::size_t i = 0; i < asked.size(); ++i)  // also the first of them, after all others were asked for
        CHECK(same(*told[i], wrap_text(fonts, asked[i].style, asked[i].text, asked[i].width)));
      measured.end_frame();
    });
  }
}

TEST_CASE("words are measured anew when another font has come") {
  const std::vector<std::uint8_t> regular = font_file(FontFace::Regular), bold = font_file(FontFace::Bold);
  if (regular.empty() || bold.empty()) {
    MESSAGE("skipped: the build has made no fonts");
    return;
  }
  UiHarness harness(360, 800);
  const auto width_now = [&harness] {
    harness.frame([](Ui& ui) { ui.button(Key("go"), "Somewhere quiet on a Saturday"); });
    return harness.find(Role::Button, "Somewhere quiet on a Saturday").rect.width;
  };
  Fonts& fonts = harness.frame_object().parts().fonts;
  const float before = width_now();
  CHECK(width_now() == before);
  REQUIRE(fonts.load(FontFace::Bold, regular).ok());
  CHECK(width_now() != before);
  REQUIRE(fonts.load(FontFace::Bold, bold).ok());
  CHECK(width_now() == before);
}
