// WordTable: numbers words in the order they are first seen. A hash table of its own, since an index is
// built while somebody waits and std::unordered_map costs a memory block a word. Used by IndexBuilder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

class WordTable {
 public:
  WordTable();

  std::uint32_t number_of(std::string_view word);  // a new word gets the next number
  std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  std::string_view word(std::uint32_t number) const {
    return std::string_view(letters_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  std::size_t letters() const { return letters_.size(); }

 private:
  void grow();

  std::string letters_;
  std::vector<std::uint32_t> starts_{0};
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> slots_;  // a word's number and one; 0: free. A power of two, at most half full
};

}  // namespace alongside::local_offer
