#include "app/ui/text_layout.hpp"
#include "tests/support/ui_harness.hpp"

#include "app/ui/frame_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside::ui;
using alongside::testing::UiHarness;

namespace {

// Words can be measured only inside a frame.
void in_frame(const std::function<void(const Fonts&)>& check) {
  UiHarness harness(360, 800);
  harness.frame([&](Ui&) { check(harness.frame_object().parts().fonts); });
}

std::string joined(const TextBlock& block) {
  std::string all;
  for (const TextLine& line : block.lines) all += std::string(line.text) + "|";
  return all;
}

}  // namespace

TEST_CASE("text is broken at spaces, and no line is wider than it may be") {
  in_frame([](const Fonts& fonts) {
    const std::string text = "Somewhere quiet on a Saturday morning with room to run about";
    for (float width = 140; width < 700; width += 17) {
      const TextBlock block = wrap_text(fonts, {FontFace::Regular, 18}, text, width);
      std::string all;
      for (const TextLine& line : block.lines) {
        CHECK(line.width <= width);
        CHECK(line.text.front() != ' ');
        all += std::string(line.text) + (&line == &block.lines.back() ? "" : " ");
      }
      CHECK(all == text);
      CHECK(block.height == block.line_height * static_cast<float>(block.lines.size()));
    }
  });
}

TEST_CASE("a word wider than the line is cut between letters and nothing is lost") {
  in_frame([](const Fonts& fonts) {
    const std::string word = "Llanfairpwllgwyngyllgogerychŵyrndrobwllllantysiliogogogoch";
    const TextBlock block = wrap_text(fonts, {FontFace::Bold, 36}, word, 100);
    CHECK(block.lines.size() > 5);
    std::string all;
    for (const TextLine& line : block.lines) {
      CHECK(line.width <= 100);
      all += line.text;
    }
    CHECK(all == word);
  });
}

TEST_CASE("line feeds and hyphens break lines") {
  in_frame([](const Fonts& fonts) {
    CHECK(joined(wrap_text(fonts, {}, "one\n\ntwo", 500)) == "one||two|");
    CHECK(joined(wrap_text(fonts, {}, "", 500)) == "|");
    const TextBlock block = wrap_text(fonts, {}, "one-to-one", fonts.width(FontFace::Regular, 18, "one-to-") + 1);
    CHECK(joined(block) == "one-to-|one|");
  });
}

TEST_CASE("a short last word is not left alone on its line, unless the line above has little itself") {
  in_frame([](const Fonts& fonts) {
    const auto wrapped = [&](std::string_view text, std::string_view fitting) {
      return joined(wrap_text(fonts, {}, text, fonts.width(FontFace::Regular, 18, fitting) + 1));
    };
    CHECK(wrapped("If someone is in danger now, ring 999.", "If someone is in danger now, ring") ==
          "If someone is in danger now,|ring 999.|");
    CHECK(wrapped("Talk to a person who knows you", "Talk to a person who") == "Talk to a person who|knows you|");
    CHECK(wrapped("Saturday Stars 8", "Saturday Stars") == "Saturday Stars|8|");
    CHECK(wrapped("a first line\nIf someone is now", "If someone is") == "a first line|If someone|is now|");
  });
}

TEST_CASE("a width of nothing still gives one letter a line") {
  in_frame([](const Fonts& fonts) { CHECK(wrap_text(fonts, {}, "abc", 0).lines.size() == 3); });
}
