// Frame: what one frame of the application gathers while Ui draws it. Owned by the shell, which
// drives it: begin(), the pages, end(), then takes the patch, the navigation requests and so on.
// Lives as long as the ImGui context; keeps the tree of the frame before. UI thread only.
#pragma once

#include "app/ui/actions.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/semantic_tree.hpp"
#include "app/ui/text_spacing.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/ui.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {

class FrameParts;
class Pictures;

enum class View : std::uint8_t { Canvas, Plain };
enum class Motion : std::uint8_t { Still, Gentle };  // Gentle: what has just come fades in

struct FrameInput {
  float width = 360;  // CSS pixels of the viewport
  float height = 800;
  float scroll_y = 0;  // read at the start of this frame, never remembered from an event
  float dpr = 1;
  float text_scale = 1;
  TextSpacing spacing;
  ThemeName theme = ThemeName::Light;
  Motion motion = Motion::Still;
  std::int64_t now_ms = 0;       // for motion alone; any clock that does not stand still
  View view = View::Canvas;      // Plain: everything is recorded, nothing is drawn or hit by the mouse
  Pictures* pictures = nullptr;  // null: none are painted
};

class Frame {
 public:
  Frame(Fonts& fonts, const Words& words);
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // Once each, around the pages. ImGui::NewFrame() has been called; ImGui::Render() comes after.
  void begin(const FrameInput& input);
  void end();
  bool open() const;

  // From the page: what a person did. Used up by the widgets of the next frame; one that no
  // widget took in two frames is logged and dropped, as is one for a disabled or covered node.
  void push(Action action);

  // From the application. All three go out with the next patch.
  void announce(std::string_view sentence);
  void scroll_to(float y);
  void focus_node(NodeId id);
  void focus_main();  // the first heading of Main, else Main: for a new page

  // After end().
  const SemanticTree& tree() const;
  std::span<const std::uint8_t> patch() const;  // empty when nothing changed
  std::vector<std::string> take_navigations();  // hrefs of activated links, oldest first
  float content_height() const;
  NodeId focused() const;
  // True while another frame is due: actions or mouse events are waiting, or something was
  // activated in this one.
  bool wants_another() const;
  // Forgets what the page was told, so that the next patch describes everything from nothing.
  void forget_page();

  // One line for the developer's console: dropped actions, two widgets with one key.
  void log_to(std::function<void(std::string_view)> sink);

  FrameParts& parts() { return *parts_; }
  const FrameParts& parts() const { return *parts_; }

 private:
  std::unique_ptr<FrameParts> parts_;
};

}  // namespace alongside::ui
