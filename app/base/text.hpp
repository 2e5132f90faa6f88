// Small text helpers that several folders need: trimming, splitting and the folding that makes a
// search forgiving. Text is UTF-8; letters outside the Latin ones people type here are kept as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without spaces, tabs and line ends at either side.
std::string_view trim(std::string_view text);

// The pieces between separators; empty pieces are kept, so joining gives the text back.
std::vector<std::string_view> split(std::string_view text, char separator);

// For comparing what a person typed with what was written: small letters, no accents (Tŷ is ty,
// Café is cafe), and every kind of apostrophe dropped.
std::string search_fold(std::string_view text);

// The words of folded text: runs of letters and digits.
std::vector<std::string> search_words(std::string_view text);

}  // namespace alongside
