// UiHarness: a screen without a window. Runs frames of Ui headless, applies each patch to a model of
// the page and checks that page and tree agree, plays the page's part in focus, and finds widgets
// by role and name. Used by every test of a screen. One at a time (ImGui has one context).
#pragma once

#include "app/ui/frame.hpp"
#include "tests/support/patch_model.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace alongside::testing {

// The font that the build has made for this face; empty when it has not.
std::vector<std::uint8_t> font_file(ui::FontFace face);

class UiHarness {
 public:
  using Page = std::function<void(ui::Ui&)>;

  UiHarness(float width, float height, float text_scale = 1);
  ~UiHarness();
  UiHarness(const UiHarness&) = delete;
  UiHarness& operator=(const UiHarness&) = delete;

  ui::FrameInput input;  // change between frames: width, theme, scroll …
  ui::Words& words() { return words_; }
  ui::Frame& frame_object() { return frame_; }

  // Draws one frame of the page and remembers it for the calls below.
  void frame(Page page);
  void frame();   // the same page once more
  void settle();  // until no further frame is asked for
  int frames_drawn() const { return drawn_; }

  const ui::SemanticTree& tree() const { return frame_.tree(); }
  // The first node of this role and name; fails the test and returns an empty node if there is none.
  const ui::Node& find(ui::Role role, std::string_view name) const;
  bool has(ui::Role role, std::string_view name) const;
  std::size_t count(ui::Role role) const;
  std::vector<std::string> names(ui::Role role) const;

  // What a person does. Each draws the frames that follow from it.
  void activate(const ui::Node& node);  // keyboard or screen reader
  void toggle(const ui::Node& node);
  void type(const ui::Node& node, std::string_view text);  // the field's whole new value
  void choose(const ui::Node& select, std::string_view value);
  void click(const ui::Node& node);  // mouse, in the middle
  void mouse_to(float x, float y);   // viewport coordinates
  void mouse_button(bool down);
  void dismiss();  // Escape
  void push(ui::Action action) { frame_.push(std::move(action)); }

  ui::NodeId focused() const { return frame_.focused(); }
  const PatchModel& page() const { return page_model_; }
  std::vector<std::string> take_navigations();
  std::vector<std::string> announced;
  std::vector<std::string> log;

 private:
  void start_imgui_frame();
  void finish_imgui_frame();
  void play_the_page();
  void load_fonts();

  ImGuiContext* context_;
  ui::Fonts fonts_;
  ui::Words words_;
  ui::Frame frame_;
  Page page_;
  PatchModel page_model_;
  std::vector<std::string> navigations_;
  int drawn_ = 0;
};

}  // namespace alongside::testing
