// hint_words: the words that are filters by themselves, and ages as people write them. Used by
// parse_words.
#pragma once

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct HintWord {
  std::string_view word;
  HintKind kind;
  std::uint8_t number;
};
const HintWord* find_hint(std::string_view folded);  // null: it is a word to look for

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list);

struct AgeWords {
  std::uint8_t age = 0;
  std::size_t count = 0;  // how many words it took; 0: this is no age
};
// "8 years old", "8 oed", "8yo", "age 8", "oed 8".
AgeWords age_at(const std::vector<FoldedWord>& words, std::size_t at);

}  // namespace alongside::local_offer
