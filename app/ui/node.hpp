// Node: one entry of the semantic tree, as recorded by Ui in one frame. Read by the patch encoder
// and by tests, which find nodes by role and name. Rectangles are CSS pixels.
#pragma once

#include "app/ui/key.hpp"
#include "app/ui/role.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::ui {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;
};

// Bits of Node::states.
enum class State : std::uint32_t {
  Disabled = 1u << 0,
  Checked = 1u << 1,
  Required = 1u << 2,
  Current = 1u << 3,    // aria-current=page
  Expanded = 1u << 4,   // aria-expanded=true
  Collapsed = 1u << 5,  // aria-expanded=false
  Busy = 1u << 6,
  Covered = 1u << 7,     // a dialog lies over it
  Multiline = 1u << 8,   // textarea
  Pressed = 1u << 9,     // aria-pressed=true
  Unpressed = 1u << 10,  // aria-pressed=false
};

enum class InputType : std::uint8_t { Text, Search, Email, Telephone, Password, Date, Url, Time };
enum class InputMode : std::uint8_t { Text, Numeric, Decimal, Email, Telephone, Search };
enum class Live : std::uint8_t { Off, Polite, Assertive };

struct Option {
  std::string value;
  std::string label;
  bool operator==(const Option&) const = default;
};

// Of a sentence or a heading only what stands first in Node is ever set. They are most of a page, and what is known to
// be empty need not be emptied, compared or even fetched from memory.
constexpr bool is_only_words(Role role) { return role == Role::Paragraph || role == Role::Heading; }

struct Node {
  NodeId id = 0;
  NodeId parent = 0;
  Role role = Role::Group;
  std::uint8_t level = 0;  // headings
  std::uint32_t states = 0;
  Rect rect;         // relative to the parent's rect
  std::string name;  // the words a person sees or hears
  std::string look;  // class names for the plain page's stylesheet
  std::string lang;  // only where it differs from the page's

  // Not for words alone.
  InputType input_type = InputType::Text;
  InputMode input_mode = InputMode::Text;
  Live live = Live::Off;
  std::uint16_t max_length = 0;  // UTF-16 units, 0: no limit said
  double progress = -1;          // 0..1; below 0: not known
  Rect box;                      // fields: the control itself, relative to `rect`
  std::string value;             // of a link or button: what it is called by who hears it, where that is more
  std::string description;       // hint
  std::string error;
  std::string href;
  std::string autocomplete;
  std::vector<Option> options;

  bool operator==(const Node&) const = default;
  bool has(State state) const { return (states & static_cast<std::uint32_t>(state)) != 0; }
};

}  // namespace alongside::ui
