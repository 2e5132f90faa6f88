// What the canvas shows, as one sum of everything that Dear ImGui drew: a frame that drew the same again is
// not sent to the graphics card. An event asks for three frames, and mostly two of them look alike: on a phone
// without a strong graphics chip they would cost most of the battery. Used by the canvas window.
#pragma once

#include "app/ui/theme.hpp"

#include <cstdint>

struct ImDrawData;

namespace alongside::client {

class ShownFrame {
 public:
  // Whether `data` on `paper` is anything else than what was shown last; from now on it is what is shown.
  // True whenever a texture waits to be uploaded, which only painting does.
  bool differs(const ImDrawData& data, const ui::Color& paper);

  // Nothing is shown any more: the canvas was emptied by a new size, or its context is another.
  void forget() { sum_ = nothing; }

 private:
  static constexpr std::uint64_t nothing = 0;
  std::uint64_t sum_ = nothing;
};

}  // namespace alongside::client
