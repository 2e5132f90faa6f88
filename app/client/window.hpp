// Window: where the frame is painted and where mouse and touch come from. Two ways: SDL2 with WebGL2
// (window_sdl.cpp), or none at all, for the plain page, where only the semantic tree is made
// (window_blind.cpp). Owned by Application.
#pragma once

#include "app/base/result.hpp"
#include "app/ui/theme.hpp"

#include <memory>

namespace alongside::client {

struct WindowSize {
  float width = 0;  // CSS pixels
  float height = 0;
  float dpr = 1;  // device pixels a CSS pixel
  bool operator==(const WindowSize&) const = default;
};

class Window {
 public:
  virtual ~Window() = default;
  virtual void begin_frame(const WindowSize& size) = 0;  // before ImGui::NewFrame()
  virtual void paint(const ui::Color& paper) = 0;        // after ImGui::Render()
  virtual void shown_again() = 0;                        // what was painted may be gone
  virtual void context_lost() = 0;
  virtual Result<void> context_restored() = 0;
};

// Takes the page's canvas. Fails when the browser has no WebGL2; the plain page is used then.
Result<std::unique_ptr<Window>> open_canvas_window();

// A window that paints nothing.
std::unique_ptr<Window> open_blind_window();

}  // namespace alongside::client
