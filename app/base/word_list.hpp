// WordList: words that are known when we compile, as one text without pointers. A side module has to put each of
// its pointers right when it is loaded, by code of about 25 bytes for every one, and a list of
// std::string_view has one a word. Made by word_list(); used where a plugin has long lists of words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside {

template <std::size_t Letters, std::size_t Count>
struct WordList {
  std::array<char, Letters> text;
  std::array<std::uint16_t, Count + 1> starts;

  static constexpr std::size_t size() { return Count; }
  constexpr std::string_view operator[](std::size_t at) const {
    return {text.data() + starts[at], std::size_t{starts[at + 1]} - starts[at]};
  }
  constexpr bool is_sorted() const {
    for (std::size_t i = 1; i < Count; ++i) {
      if (!((*this)[i - 1] < (*this)[i])) return false;
    }
    return true;
  }
  // Only of a list that is sorted.
  constexpr bool has(std::string_view word) const {
    std::size_t first = 0;
    for (std::size_t end = Count; first < end;) {
      const std::size_t middle = first + (end - first) / 2;
      if ((*this)[middle] == word) return true;
      if ((*this)[middle] < word)
        first = middle + 1;
      else
        end = middle;
    }
    return false;
  }
};

template <std::size_t Count>
consteval std::size_t letters_of(const std::array<std::string_view, Count>& words) {
  std::size_t letters = 0;
  for (const std::string_view word : words) letters += word.size();
  return letters;
}

// word_list([] { return std::to_array<std::string_view>({"one", "two"}); }). Too many letters for 16 bits, or
// a start that would not fit, does not compile.
template <class Words>
consteval auto word_list(Words words) {
  constexpr std::size_t letters = letters_of(Words{}());
  constexpr std::size_t count = Words{}().size();
  static_assert(letters <= UINT16_MAX);
  WordList<letters, count> list{};
  std::size_t at = 0;
  std::size_t number = 0;
  for (const std::string_view word : words()) {
    for (const char letter : word) list.text[at++] = letter;
    list.starts[++number] = static_cast<std::uint16_t>(at);
  }
  return list;
}

struct WordPair {
  std::string_view first;
  std::string_view second;
};

// For a list of pairs: number 2i is the first of a pair, 2i + 1 its second.
template <std::size_t Count>
consteval auto in_pairs(const WordPair (&pairs)[Count]) {
  std::array<std::string_view, 2 * Count> words;
  for (std::size_t i = 0; i < Count; ++i) {
    words[2 * i] = pairs[i].first;
    words[2 * i + 1] = pairs[i].second;
  }
  return words;
}

}  // namespace alongside
