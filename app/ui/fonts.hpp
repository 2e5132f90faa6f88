// Fonts: the three faces (regular, bold, icons) in ImGui, in CSS sizes. A size in CSS is the em; a
// size in ImGui is ascent minus descent, and whole; the factor is read from the font file.
// Made by the client after ImGui's context; loaded from the bytes the page fetched.
#pragma once

#include "app/base/result.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct ImFont;

namespace alongside::ui {

enum class FontFace : std::uint8_t { Regular, Bold, Icons };

class Fonts {
 public:
  // Copies the bytes. Before a face is loaded its text is drawn with another, so that a font that
  // did not arrive costs beauty only.
  Result<void> load(FontFace face, std::span<const std::uint8_t> ttf);
  bool has(FontFace face) const;

  float imgui_size(FontFace face, float css_size) const;  // whole pixels
  float css_size(FontFace face, float css_size) const;    // what is really drawn, for DOM inputs
  ImFont* font(FontFace face) const;                      // inside a frame

  float width(FontFace face, float css_size, std::string_view text) const;
  // Another number once letters may have other widths: a font has come.
  std::uint32_t edition() const { return edition_; }

 private:
  struct Loaded {
    std::vector<std::uint8_t> bytes;
    ImFont* font = nullptr;
    float height_per_em = 1;
  };
  std::array<Loaded, 3> faces_;
  std::uint32_t edition_ = 1;
};

// Ascent minus descent in ems, from the tables hhea and head.
Result<float> height_per_em(std::span<const std::uint8_t> ttf);

}  // namespace alongside::ui
