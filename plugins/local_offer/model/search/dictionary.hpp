// Dictionary: every word of an index in order, each with the term it counts as ("swims" and "swimming"
// are one term). Finds a word, and the words that begin with some letters. Owned by TextIndex.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

inline constexpr std::size_t longest_word = 40;  // bytes; what is longer is cut, in texts and in queries

struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
};

class Dictionary {
 public:
  void reserve(std::size_t words, std::size_t letters);
  // Only after all words that come before it.
  void append(std::string_view word, std::uint32_t term);

  std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }
  std::string_view word(std::uint32_t i) const {
    return std::string_view(letters_).substr(starts_[i], starts_[i + 1] - starts_[i]);
  }
  std::uint32_t term(std::uint32_t i) const { return terms_[i]; }
  // How many letters the word has in common with the one before it.
  std::uint8_t shared(std::uint32_t i) const { return shared_[i]; }

  std::optional<std::uint32_t> place_of(std::string_view word) const;
  std::optional<std::uint32_t> term_of(std::string_view word) const;
  WordRange beginning_with(std::string_view letters) const;

 private:
  std::uint32_t first_from(std::string_view word) const;

  std::string letters_;
  std::vector<std::uint32_t> starts_{0};
  std::vector<std::uint32_t> terms_;
  std::vector<std::uint8_t> shared_;
};

}  // namespace alongside::local_offer
