#include "plugins/local_offer/model/details/known_words.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

constexpr std::size_t most_kept_words = 4096;
constexpr std::size_t shortest = 3;  // a shorter one is spelt out as quickly

// Calls `take` with each run of word bytes.
template <class Take>
void each_word(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at) take(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

KnownWords::KnownWords(const ServiceSummary& service) {
  each_word(service.words, [this](std::string_view word) { words_.emplace_back(word); });
  in_order_ = words_.size();
  add(service.name);
  add(service.organisation);
  for (const Spot& spot : service.spots) add(spot.place);
}

void KnownWords::add(std::string_view text) {
  each_word(text, [this](std::string_view word) {
    if (word.size() >= shortest && words_.size() < most_kept_words && !index_of(word)) words_.emplace_back(word);
  });
}

std::optional<std::size_t> KnownWords::index_of(std::string_view word) const {
  const auto found = std::find(words_.begin(), words_.end(), word);
  if (found == words_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words_.begin());
}

void KnownWords::said(std::size_t index) {
  if (index >= next_ && index < in_order_) next_ = index + 1;
}

void KnownWords::said_text(std::string_view text) {
  each_word(text, [this](std::string_view word) {
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), small_letter);
    if (const auto index = index_of(small)) said(*index);
  });
  add(text);
}

}  // namespace alongside::local_offer
