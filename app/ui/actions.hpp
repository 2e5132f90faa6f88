// Actions: what a person did in the page (or with the mouse on the canvas), waiting for the widget
// that it was done to. Filled by Frame::push() and the hit test; emptied by Ui's widgets.
#pragma once

#include "app/ui/key.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {

// The numbers are part of the boundary with web/mirror.js.
enum class ActionKind : std::uint8_t {
  Activate = 1,
  SetValue = 2,
  Toggle = 3,
  FocusIn = 4,  // payload "1": the browser would show a focus ring
  FocusOut = 5,
  Dismiss = 6,  // Escape; node 0 is whichever dialog is open
  Move = 7,     // of a figure: five whole numbers (web/mirror_figure.js)
};

struct Action {
  NodeId node = 0;
  ActionKind kind = ActionKind::Activate;
  std::string payload = {};
};

class ActionQueue {
 public:
  using Log = std::function<void(std::string_view)>;
  static constexpr std::size_t capacity = 1000;

  void push(Action action, const Log& log);
  // The oldest waiting action of this kind for the node. Those behind it wait one frame longer.
  std::optional<Action> take(NodeId node, ActionKind kind);
  // End of a frame: drops what has waited through two.
  void age(const Log& log);
  // Drops every action that `refused` is true for.
  void refuse(const std::function<bool(const Action&)>& refused, const Log& log);
  bool empty() const { return waiting_.empty(); }

 private:
  struct Waiting {
    Action action;
    int frames = 0;
  };
  std::vector<Waiting> waiting_;
};

}  // namespace alongside::ui
