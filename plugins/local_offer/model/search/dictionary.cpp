#include "plugins/local_offer/model/search/dictionary.hpp"

#include <algorithm>

namespace alongside::local_offer {

void Dictionary::reserve(std::size_t words, std::size_t letters) {
  letters_.reserve(letters);
  starts_.reserve(words + 1);
  terms_.reserve(words);
  shared_.reserve(words);
}

void Dictionary::append(std::string_view word, std::uint32_t term) {
  std::uint8_t shared = 0;
  if (!terms_.empty()) {
    const std::string_view before = this->word(size() - 1);
    const std::size_t most = std::min(before.size(), word.size());
    while (shared < most && before[shared] == word[shared]) ++shared;
  }
  letters_ += word;
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  terms_.push_back(term);
  shared_.push_back(shared);
}

std::uint32_t Dictionary::first_from(std::string_view word) const {
  std::uint32_t begin = 0;
  std::uint32_t end = size();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (this->word(middle) < word)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin;
}

std::optional<std::uint32_t> Dictionary::place_of(std::string_view word) const {
  const std::uint32_t i = first_from(word);
  if (i == size() || this->word(i) != word) return std::nullopt;
  return i;
}

std::optional<std::uint32_t> Dictionary::term_of(std::string_view word) const {
  const auto place = place_of(word);
  if (!place) return std::nullopt;
  return term(*place);
}

WordRange Dictionary::beginning_with(std::string_view letters) const {
  WordRange range;
  range.begin = first_from(letters);
  range.end = range.begin;
  while (range.end < size() &&
         (range.end == range.begin ? word(range.end).starts_with(letters) : shared(range.end) >= letters.size())) {
    ++range.end;
  }
  return range;
}

}  // namespace alongside::local_offer
