// Pictures: where the window finds a picture to paint. Implemented by the platform (client/platform_web.cpp), lent to
// each frame with its input; tests may have none, and then a picture's place stays empty.
#pragma once

#include <cstdint>
#include <string_view>

namespace alongside::ui {

class Pictures {
 public:
  virtual ~Pictures() = default;
  // The texture in the graphics context, or 0: it is not here yet. The first call begins to fetch it, and
  // another frame is drawn once it has come.
  virtual std::uint64_t texture(std::string_view address) = 0;
};

}  // namespace alongside::ui
