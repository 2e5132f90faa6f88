// MeasuredText: blocks of words that were measured in the frame before, since a page asks for nearly all of them again
// in the same order, and measuring them was half of a frame. Owned by FrameParts, asked by measure_label.
//
// The n-th question of a frame finds what the n-th of the frame before was told, if it is the same question; so
// nothing is looked up, and a page keeps exactly what it shows.
#pragma once

#include "app/ui/text_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {

class MeasuredText {
 public:
  // `dpr`: device pixels of a CSS pixel. Letters may be as wide as before only while fonts and it stay the same.
  void begin_frame(const Fonts& fonts, float dpr);
  // Good until the next frame begins; its lines are views into a text of its own.
  const TextBlock& measure(const Fonts& fonts, const TextStyle& style, std::string_view text, float max_width);
  // Lets go of what the frame that ends did not ask for.
  void end_frame();

 private:
  struct Measured {
    std::string text;
    TextStyle style;
    float max_width = -1;  // none yet
    TextBlock block;
  };

  std::vector<std::unique_ptr<Measured>> all_;  // none of them moves when another is added
  std::size_t next_ = 0;
  std::uint32_t fonts_ = 0;
  float dpr_ = 0;
};

}  // namespace alongside::ui
