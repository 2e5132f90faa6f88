// OpenScope: a part of the screen that is still open, from the widget that opens it to the end of its Scope. Kept by
// FrameParts as a stack.
#pragma once

#include "app/ui/fields.hpp"
#include "app/ui/key.hpp"
#include "app/ui/look.hpp"
#include "app/ui/node.hpp"
#include "app/ui/role.hpp"
#include "app/ui/scope.hpp"
#include "app/ui/words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace alongside::ui {

class FrameParts;

constexpr std::size_t no_node = static_cast<std::size_t>(-1);
constexpr std::size_t role_count = 36;

struct OpenScope {
  Scope::Kind kind = Scope::Kind::Node;
  std::size_t node = no_node;                        // the node it made, if it made one
  std::uint32_t path = 0;                            // hash of the keys down to here
  std::array<std::uint16_t, role_count> ordinals{};  // of widgets without a key, by role
  Language language = Language::English;
  Hue hue = Hue::Primary;
  std::uint32_t plugin = 0;  // whose nodes are being made; 0 is the shell
  Role role = Role::Root;
  ListLook list = ListLook::Plain;
  bool boxed = true;      // it opened a box in the layout
  bool is_cell = false;   // it stands in a grid
  std::size_t paint = 0;  // commands reserved for its background
  // Paints the background and so on, when the place is known.
  void (*closed)(FrameParts&, const OpenScope&, Rect) = nullptr;
  std::uint8_t look = 0;            // for `closed`
  std::size_t line = 0;             // grids: where the present line begins in the card lines
  std::vector<float> columns = {};  // tables: left edges and widths
  std::vector<TableColumn> titles = {};
  int column = 0;        // table rows: cells so far …
  float row_height = 0;  // … and the height of the highest
};

}  // namespace alongside::ui
