#include "app/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::ui {
namespace {

constexpr Theme light{
    .paper = rgb(0xFBF8F3),
    .surface = rgb(0xFFFFFF),
    .ink = rgb(0x1E2430),
    .ink_soft = rgb(0x4A5262),
    .line = rgb(0xD9D3C7),
    .line_strong = rgb(0x767B86),
    .scrim = {0x14, 0x18, 0x1F, 140},
    .shadow = {0x3A, 0x2F, 0x1E, 14},
    .focus_inner = rgb(0xFFD54A),
    .focus_outer = rgb(0x1E2430),
    .primary = {rgb(0x0B5D66), rgb(0xFFFFFF), rgb(0x084850), rgb(0xDDEFEF)},
    .plum = {rgb(0x6A2C70), rgb(0xFFFFFF), rgb(0x54215A), rgb(0xF3E6F4)},
    .indigo = {rgb(0x37479B), rgb(0xFFFFFF), rgb(0x2A377C), rgb(0xE6E9F8)},
    .neutral = {rgb(0x3C4452), rgb(0xF0ECE4)},
    .good = {rgb(0x1F6B3A), rgb(0xE3F2E6)},
    .warn = {rgb(0x7A4300), rgb(0xFFF0D9)},
    .bad = {rgb(0xA3261B), rgb(0xFBE4E1)},
};

constexpr Theme dark{
    .paper = rgb(0x14181F),
    .surface = rgb(0x1D232C),
    .ink = rgb(0xF2EFEA),
    .ink_soft = rgb(0xB9BEC8),
    .line = rgb(0x343C48),
    .line_strong = rgb(0x7F8794),
    .scrim = {0, 0, 0, 170},
    .shadow = {0, 0, 0, 40},
    .focus_inner = rgb(0x14181F),
    .focus_outer = rgb(0xFFD54A),
    .primary = {rgb(0x7CC7CF), rgb(0x0C2124), rgb(0x9BD8DE), rgb(0x17343A)},
    .plum = {rgb(0xD9A6E0), rgb(0x2A1230), rgb(0xE6C2EB), rgb(0x33213A)},
    .indigo = {rgb(0xAEB9F2), rgb(0x151C3C), rgb(0xC8D0F7), rgb(0x222A4A)},
    .neutral = {rgb(0xD5D9E0), rgb(0x2A323D)},
    .good = {rgb(0x8FD3A4), rgb(0x1B3325)},
    .warn = {rgb(0xF3C27B), rgb(0x3A2D18)},
    .bad = {rgb(0xF2A79F), rgb(0x3F2220)},
    .veiling = 150,
};

// Black, white and yellow; edges of two pixels; nothing is said by a soft fill.
constexpr HueColors contrast_hue{rgb(0xFFE94A), rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000)};
constexpr ToneColors contrast_tone{rgb(0xFFFFFF), rgb(0x000000)};
constexpr Theme high_contrast{
    .paper = rgb(0x000000),
    .surface = rgb(0x000000),
    .ink = rgb(0xFFFFFF),
    .ink_soft = rgb(0xFFFFFF),
    .line = rgb(0xFFFFFF),
    .line_strong = rgb(0xFFFFFF),
    .scrim = {0, 0, 0, 225},
    .shadow = {0, 0, 0, 0},
    .focus_inner = rgb(0x000000),
    .focus_outer = rgb(0xFFE94A),
    .primary = contrast_hue,
    .plum = contrast_hue,
    .indigo = contrast_hue,
    .neutral = contrast_tone,
    .good = contrast_tone,
    .warn = contrast_tone,
    .bad = contrast_tone,
    .edge = 2,
    .soft_fills = false,
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

const HueColors& Theme::hue(Hue hue) const {
  switch (hue) {
    case Hue::Plum: return plum;
    case Hue::Indigo: return indigo;
    case Hue::Primary: break;
  }
  return primary;
}

ToneColors Theme::tone(Tone tone, Hue hue_in_use) const {
  switch (tone) {
    case Tone::Good: return good;
    case Tone::Warn: return warn;
    case Tone::Bad: return bad;
    case Tone::Accent: return {hue(hue_in_use).strong, hue(hue_in_use).soft};
    case Tone::Neutral: break;
  }
  return neutral;
}

const Theme& theme(ThemeName name) {
  switch (name) {
    case ThemeName::Dark: return dark;
    case ThemeName::Contrast: return high_contrast;
    case ThemeName::Light: break;
  }
  return light;
}

double contrast(Color first, Color second) {
  const double one = luminance(first), other = luminance(second);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace alongside::ui
