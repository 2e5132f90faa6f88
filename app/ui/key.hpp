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

// A key by what the item is called (FNV-1a): it stays the item's own wherever that stands in the list.
constexpr Key key_by(std::string_view text, std::string_view item) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : item) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return {text, hash};
}

using NodeId = std::uint64_t;  // plugin number << 32 | hash of the path of keys; 0 is no node

}  // namespace alongside::ui
