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

// A generated table (build step make_words.mjs): for each sentence its key, its English and its Welsh, each
// ended by a zero, sorted by key, bytewise. One text and no pointers, since a plugin has to put each of its
// pointers right when it is loaded. A plural has one sentence a category, with the key "…#one", "…#other"
// and so on (CLDR: Welsh has zero, one, two, few, many, other).
struct WordTable {
  const char* text = nullptr;
  std::size_t sentences = 0;
};

}  // namespace alongside::ui
