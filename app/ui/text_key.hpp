// TextKey: the name of a sentence in text.json, written "local_offer.find.title"_t. The build
// fails when a key used in the sources is missing in either language (app/tools/check_words.mjs).
#pragma once

#include <cstddef>
#include <string_view>

namespace alongside::ui {

struct TextKey {
  std::string_view text;
  bool operator==(const TextKey&) const = default;
};

namespace literals {
constexpr TextKey operator""_t(const char* text, std::size_t size) { return TextKey{{text, size}}; }
}  // namespace literals

// One row of a generated word table (build step make_words.mjs). A plural has one row a category,
// with the key "…#one", "…#other" and so on (CLDR: Welsh has zero, one, two, few, many, other).
struct WordRow {
  const char* key;
  const char* en;
  const char* cy;
};

struct WordTable {
  const WordRow* rows = nullptr;  // sorted by key, bytewise
  std::size_t size = 0;
};

}  // namespace alongside::ui
