// Application: the client as a whole: shell, frame, fonts and window, driven by the page through the
// functions in exports_web.cpp. Made once in main_web.cpp. UI thread only.
#pragma once

#include "app/client/shell.hpp"
#include "app/client/window.hpp"
#include "app/client/woken.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/frame.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace alongside::client {

enum class Repaint : bool { No, Yes };

struct Viewport {
  float scroll_y = 0;  // CSS pixels
  WindowSize size;
  std::int64_t now_ms = 0;        // of a clock that nobody sets
  Repaint repaint = Repaint::No;  // the canvas was out of sight since the last frame, and may have been emptied
};

class Application {
 public:
  Application(Platform& platform, const Clock& clock, ui::WordTable shell_words);
  ~Application();

  void environment(std::string_view lines);
  void font(ui::FontFace face, std::span<const std::uint8_t> ttf);
  void catalog(std::string_view lines);
  // The sentences of easy read, as they were fetched (app/tools/make_easy_words.mjs).
  void easy_words(std::string_view table);
  void start(std::string_view address);
  void arrived(std::string_view address) { shell_.arrived(address); }
  void woken(Woken why) { shell_.woken(why); }
  void act(ui::Action action) { frame_.push(std::move(action)); }
  void context_lost() { window_->context_lost(); }
  void context_restored();

  // Draws one frame and sends what changed to the page. True: draw another one soon.
  bool frame(const Viewport& viewport);
  // For the tests: what the last frame painted (app/ui/painted.hpp). Good until it is asked again.
  const char* painted();

 private:
  void choose_window();
  ui::FrameInput input(const Viewport& viewport) const;
  void follow_navigations();
  void focus_what_came();
  void pass_on_requests();

  Platform& platform_;
  Shell shell_;
  ui::Fonts fonts_;
  ui::Frame frame_;
  std::unique_ptr<Window> window_;
  std::string painted_;
  enum class Painting : bool { Blind, Canvas } painting_ = Painting::Blind;
};

}  // namespace alongside::client
