#include "plugins/local_offer/model/search/word_order.hpp"

#include <algorithm>
#include <cstring>
#include <ranges>

namespace alongside::local_offer {
namespace {

// Eight at once, as both compilers have it and as every processor and browser that we support can compare them.
using Eight = std::uint16_t __attribute__((vector_size(16)));

Eight eight(const std::uint16_t* lows) {
  Eight together;
  std::memcpy(&together, lows, sizeof together);
  return together;
}

bool is_any(const Eight& found) {
  std::uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace

void WordOrder::add(std::span<const std::uint32_t> terms) {
  const auto lows = std::views::transform(terms, [](std::uint32_t term) { return static_cast<std::uint16_t>(term); });
  low_.insert(low_.end(), lows.begin(), lows.end());
  std::uint32_t most = 0;
  for (const std::uint32_t term : terms) most = std::max(most, term + 1);  // of a gap: nothing
  if (high_.empty() && most <= low_gap) return;
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

// The next place that has these lower halves; `end` when there is none.
std::size_t WordOrder::next(const Beginning& beginning, std::size_t from, std::size_t end) const {
  const std::uint16_t* const first = low_.data();
  const std::uint16_t* const second = first + beginning.step;
  const Eight firsts = Eight{} + beginning.first;
  const Eight seconds = Eight{} + beginning.second;
  for (; from + 8 <= end; from += 8) {
    const Eight same = (eight(first + from) == firsts) & (eight(second + from) == seconds);
    if (is_any(same)) break;
  }
  while (from < end && (first[from] != beginning.first || second[from] != beginning.second)) ++from;
  return from;
}

bool WordOrder::has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const {
  if (phrase.empty()) return true;
  const std::size_t end = starts_[service + 1];
  if (end - starts_[service] < phrase.size()) return false;
  const std::size_t step = phrase.size() > 1 ? 1 : 0;
  const Beginning beginning{static_cast<std::uint16_t>(phrase[0]), static_cast<std::uint16_t>(phrase[step]), step};
  const std::size_t last = end - phrase.size() + 1;  // behind the last place where it may begin
  for (std::size_t place = starts_[service]; (place = next(beginning, place, last)) < last; ++place) {
    std::size_t same = 0;
    while (same < phrase.size() && at(place + same) == phrase[same]) ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

}  // namespace alongside::local_offer
