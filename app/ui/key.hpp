// Key: the name of a widget among its brothers and sisters. Never shown and never translated, so
// that a node keeps its id when the language changes. `index` tells list items apart; use
// something that belongs to the item (a hash of its id), never its position in the list.
#pragma once

#include <cstdint>
#include <string_view>

namespace alongside::ui {

struct Key {
  constexpr Key(const char* text) : text(text) {}
  constexpr Key(std::string_view text) : text(text) {}
  constexpr Key(std::string_view text, std::uint64_t index) : text(text), index(index) {}

  std::string_view text;
  std::uint64_t index = 0;
};

using NodeId = std::uint64_t;  // plugin number << 32 | hash of the path of keys; 0 is no node

}  // namespace alongside::ui
