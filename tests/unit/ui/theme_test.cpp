#include "app/ui/theme.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside::ui;

namespace {

constexpr double text_least = 4.5, shape_least = 3.0;

void check(const char* what, Color over, Color under, double least) {
  CAPTURE(std::string(what));
  CHECK(contrast(over, under) >= least);
}

void check_hue(const Theme& theme, const HueColors& hue) {
  check("words on a filled button", hue.on_strong, hue.strong, text_least);
  check("words on it under the pointer", hue.on_strong, hue.hover, text_least);
  check("links on the page", hue.strong, theme.paper, text_least);
  check("links on a card", hue.strong, theme.surface, text_least);
  check("links under the pointer", hue.hover, theme.surface, text_least);
  check("words of a chip", hue.strong, hue.soft, text_least);
  check("text on a soft card", theme.ink, hue.soft, text_least);
  check("second line on a soft card", theme.ink_soft, hue.soft, text_least);
  check("bar of progress on its track", hue.strong, theme.soft_fills ? theme.line : theme.surface, shape_least);
}

std::uint8_t mixed(std::uint8_t over, std::uint8_t under, std::uint8_t alpha) {
  return static_cast<std::uint8_t>((over * alpha + under * (255 - alpha)) / 255);
}

Color laid_over(Color over, Color under) {
  return {mixed(over.red, under.red, over.alpha), mixed(over.green, under.green, over.alpha),
          mixed(over.blue, under.blue, over.alpha)};
}

}  // namespace

TEST_CASE("contrast is computed as WCAG says") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.478).epsilon(0.001));
  CHECK(contrast(rgb(0x123456), rgb(0x123456)) == doctest::Approx(1.0));
}

TEST_CASE("every pair of colours that is drawn can be read in all three themes") {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::Contrast}) {
    CAPTURE(static_cast<int>(name));
    const Theme& colors = theme(name);
    for (const Color ground : {colors.paper, colors.surface}) {
      check("text", colors.ink, ground, text_least);
      check("second line", colors.ink_soft, ground, text_least);
      check("edges of fields", colors.line_strong, ground, shape_least);
      check("an error beside its field", colors.bad.ink, ground, text_least);
    }
    for (const Hue hue : {Hue::Primary, Hue::Plum, Hue::Indigo}) {
      CAPTURE(static_cast<int>(hue));
      check_hue(colors, colors.hue(hue));
      for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Warn, Tone::Bad, Tone::Accent}) {
        const ToneColors pair = colors.tone(tone, hue);
        check("badge", pair.ink, pair.soft, text_least);
      }
    }
    // Two rings: whatever lies below, one of them stands out.
    check("focus rings", colors.focus_inner, colors.focus_outer, shape_least);
  }
}

TEST_CASE("names on a map are read over whatever a map server paints, in light and in dark") {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
    CAPTURE(static_cast<int>(name));
    const Theme& colors = theme(name);
    for (const std::uint32_t painted : {0xFFFFFFu, 0x000000u, 0x5A00A0u, 0xF7FABFu}) {
      const Color under = laid_over(colors.plate(), laid_over(colors.veil(), rgb(painted)));
      check("a name on its plate", colors.ink, under, text_least);
      check("a small name on its plate", colors.ink_soft, under, text_least);
    }
  }
}

TEST_CASE("what was made for white paper is much fainter where the page is dark") {
  CHECK(theme(ThemeName::Dark).veil().alpha > 2 * theme(ThemeName::Light).veil().alpha);
}
