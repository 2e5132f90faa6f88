// WordReader: walks through a text word by word, folded as search compares them. Quick where a word is
// plain ASCII, since an index is built while somebody waits. Used by fold and by the search index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  bool next();                                         // false: there are no more
  std::string_view folded() const { return folded_; }  // until the next call
  std::string_view written() const { return written_; }
  std::uint32_t passed() const { return passed_; }  // written words so far, with the one that is being read
  bool pass(std::uint32_t count);                   // goes past so many written words; false: there are fewer

 private:
  bool next_written();
  bool fold_written();
  bool fold_beyond_ascii();

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t passed_ = 0;
  std::string_view written_;
  std::string folded_;
  std::vector<std::string> more_;  // one written word can be several folded ones; last first
};

}  // namespace alongside::local_offer
