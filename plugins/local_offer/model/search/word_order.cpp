#include "plugins/local_offer/model/search/word_order.hpp"

#include <cstring>

namespace alongside::local_offer {

void WordOrder::add(std::span<const std::uint32_t> terms) {
  std::size_t place = low_.size();
  low_.resize(place + terms.size());
  std::uint32_t most = 0;
  for (const std::uint32_t term : terms) {
    low_[place++] = static_cast<std::uint16_t>(term);
    if (term != gap && term > most) most = term;
  }
  if (high_.empty() && most < low_gap) return;
  keep_high();
  for (std::size_t i = 0; i < terms.size(); ++i)
    high_[low_.size() - terms.size() + i] = static_cast<std::uint16_t>(terms[i] >> 16);
}

void WordOrder::keep_high() {
  std::size_t place = high_.size();
  high_.resize(low_.size());
  for (; place < low_.size(); ++place) high_[place] = low_[place] == low_gap ? low_gap : std::uint16_t{0};
}

std::uint32_t WordOrder::at(std::size_t place) const {
  const std::uint16_t low = low_[place];
  if (!high_.empty()) return std::uint32_t{high_[place]} << 16 | low;
  return low == low_gap ? gap : low;
}

// The next place that has this lower half; `end` when there is none.
std::size_t WordOrder::next(std::uint16_t low, std::size_t from, std::size_t end) const {
  constexpr std::uint64_t ones = 0x0001000100010001;
  constexpr std::uint64_t tops = 0x8000800080008000;
  const std::uint64_t sought = ones * low;
  for (; from + 4 <= end; from += 4) {
    std::uint64_t four = 0;
    std::memcpy(&four, low_.data() + from, sizeof four);
    four ^= sought;
    if (((four - ones) & ~four & tops) != 0) break;  // one of the four is now zero
  }
  while (from < end && low_[from] != low) ++from;
  return from;
}

bool WordOrder::has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase, std::size_t anchor) const {
  if (phrase.empty()) return true;
  const auto low = static_cast<std::uint16_t>(phrase[anchor]);
  const std::size_t begin = starts_[service] + anchor;
  const std::size_t end = starts_[service + 1] + anchor + 1;
  if (begin + phrase.size() >= end) return false;
  const std::size_t last = end - phrase.size();  // behind the last place where the anchor may stand
  for (std::size_t place = next(low, begin, last); place < last; place = next(low, place + 1, last)) {
    std::size_t same = 0;
    while (same < phrase.size() && at(place - anchor + same) == phrase[same]) ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

}  // namespace alongside::local_offer
