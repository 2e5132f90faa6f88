// Theme: every colour of the canvas by its meaning. Three themes; web/plain.css has the same
// values. Contrast of each pair that is drawn is tested. Chosen by the shell for each frame.
#pragma once

#include "app/ui/look.hpp"

#include <cstdint>

namespace alongside::ui {

enum class ThemeName : std::uint8_t { Light, Dark, Contrast };

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
          255};
}
constexpr Color with_alpha(Color color, std::uint8_t alpha) { return {color.red, color.green, color.blue, alpha}; }

struct HueColors {
  Color strong;     // buttons, links, bands
  Color on_strong;  // words on `strong`
  Color hover;      // `strong` under the pointer
  Color soft;       // chips, soft cards
};

struct ToneColors {
  Color ink;
  Color soft;  // ink is read on it
};

struct Theme {
  Color paper, surface, ink, ink_soft, line, line_strong, scrim, shadow;
  Color focus_inner, focus_outer;
  HueColors primary, plum, indigo;
  ToneColors neutral, good, warn, bad;
  float edge = 1;             // width of a card's edge
  bool soft_fills = true;     // false: edges instead of soft backgrounds
  std::uint8_t veiling = 70;  // how much of the surface lies over a picture that was made for white paper

  const HueColors& hue(Hue hue) const;
  ToneColors tone(Tone tone, Hue hue) const;
  Color veil() const { return with_alpha(surface, veiling); }
  Color plate() const { return with_alpha(surface, 200); }  // under words that stand on a drawing or a picture
};

const Theme& theme(ThemeName name);

// WCAG 2 contrast ratio of two opaque colours.
double contrast(Color first, Color second);

}  // namespace alongside::ui
