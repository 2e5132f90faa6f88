#include "plugins/local_offer/model/search/word_order.hpp"

#include "plugins/local_offer/model/search/order.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace alongside::local_offer {
namespace {

constexpr std::uint8_t own_signs =
    200;  // the commonest terms have one of these, each its own; the others share the rest
constexpr std::uint8_t gap_sign = 0xFF;
constexpr std::uint32_t common_share = 50;  // a term is common that one of so many services has

// Sixteen at once, as both compilers have it and as every processor and browser that we support can compare them.
using Sixteen = std::uint8_t __attribute__((vector_size(16)));

Sixteen sixteen(const std::uint8_t* bytes) {
  Sixteen together;
  std::memcpy(&together, bytes, sizeof together);
  return together;
}

// One bit of each of eight bytes that are all ones or all zeros, the first byte's highest.
std::uint32_t bits_of(std::uint64_t bytes) {
  return static_cast<std::uint32_t>((bytes & 0x0102040810204080) * 0x0101010101010101 >> 56);
}

// Which of the sixteen is the first that was found; 16 when none was. Without a branch, which nobody could foresee.
std::size_t first_of(const Sixteen& found) {
  std::uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  return static_cast<std::size_t>(
      std::countl_zero(static_cast<std::uint16_t>(bits_of(halves[0]) << 8 | bits_of(halves[1]))));
}

}  // namespace

WordOrder::WordOrder(std::span<const std::uint32_t> starts, std::uint32_t services) {
  const auto terms = static_cast<std::uint32_t>(starts.size() - 1);
  const auto services_with = [&](std::uint32_t term) { return starts[term + 1] - starts[term]; };
  std::vector<std::uint32_t> common;
  term_signs_.resize(terms);
  for (std::uint32_t term = 0; term < terms; ++term) {
    term_signs_[term] = static_cast<std::uint8_t>(own_signs + term % (gap_sign - own_signs));
    if (services_with(term) > services / common_share) common.push_back(term);
  }
  stable_order(common, [&](std::uint32_t a, std::uint32_t b) { return services_with(a) > services_with(b); });
  for (std::uint8_t sign = 0; sign < std::min<std::size_t>(own_signs, common.size()); ++sign)
    term_signs_[common[sign]] = sign;
}

void WordOrder::reserve(std::size_t terms) {
  signs_.reserve(terms);
  low_.reserve(terms);
}

// A gap, and a term that came later than the signs were given, has the sign of a gap.
std::uint8_t WordOrder::sign_of(std::uint32_t term) const {
  return term < term_signs_.size() ? term_signs_[term] : gap_sign;
}

// Every term of every text passes here when an index is loaded. What can be done to many terms at once is done by
// itself, before what each is looked up for.
void WordOrder::add(std::span<const std::uint32_t> terms) {
  const std::size_t begin = low_.size();
  low_.resize(begin + terms.size());
  signs_.resize(begin + terms.size());
  std::uint16_t* const low = low_.data() + begin;
  std::uint8_t* const signs = signs_.data() + begin;
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    low[i] = static_cast<std::uint16_t>(terms[i]);
    most = std::max(most, terms[i] + 1);  // of a gap: nothing
  }
  for (std::size_t i = 0; i < terms.size(); ++i) signs[i] = sign_of(terms[i]);
  if (high_.empty() && most <= low_gap) return;
  keep_high();
  for (std::size_t i = 0; i < terms.size(); ++i) high_[begin + i] = static_cast<std::uint16_t>(terms[i] >> 16);
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

// The next place that has these signs; `end` when there is none. What is looked at behind the end is the next
// service's; only at the very end of all that is there are places looked at one by one.
std::size_t WordOrder::next(const Beginning& beginning, std::size_t from, std::size_t end) const {
  const std::uint8_t* const first = signs_.data();
  const std::uint8_t* const second = first + beginning.step;
  const Sixteen firsts = Sixteen{} + beginning.first;
  const Sixteen seconds = Sixteen{} + beginning.second;
  for (; from < end && from + 16 + beginning.step <= signs_.size(); from += 16) {
    const Sixteen found = (sixteen(first + from) == firsts) & (sixteen(second + from) == seconds);
    if (const std::size_t at = first_of(found); at < 16) return std::min(from + at, end);
  }
  while (from < end && (first[from] != beginning.first || second[from] != beginning.second)) ++from;
  return std::min(from, end);
}

bool WordOrder::has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const {
  if (phrase.empty()) return true;
  const std::size_t end = starts_[service + 1];
  if (end - starts_[service] < phrase.size()) return false;
  const std::size_t step = phrase.size() > 1 ? 1 : 0;
  const Beginning beginning{sign_of(phrase[0]), sign_of(phrase[step]), step};
  const bool tells_all = beginning.first < own_signs && beginning.second < own_signs;
  const std::size_t last = end - phrase.size() + 1;  // behind the last place where it may begin
  for (std::size_t place = starts_[service]; (place = next(beginning, place, last)) < last; ++place) {
    std::size_t same = tells_all ? step + 1 : 0;
    while (same < phrase.size() && at(place + same) == phrase[same]) ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

}  // namespace alongside::local_offer
