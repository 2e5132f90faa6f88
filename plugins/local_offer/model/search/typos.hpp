// close_words: the words of a dictionary that somebody may have meant by a word it does not have.
// One slip is a letter too many, too few or wrong, or two neighbours swapped. Used by word_group.
#pragma once

#include "plugins/local_offer/model/search/dictionary.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct CloseWord {
  std::uint32_t word = 0;  // its place in the dictionary
  std::uint8_t slips = 0;
};

// How many slips a word of this length may have: short ones would become other words.
constexpr std::uint8_t slips_allowed(std::size_t letters) { return letters < 4 ? 0 : letters < 8 ? 1 : 2; }

// All words within so many slips, in the dictionary's order. With two, the first letter has to be
// right: people seldom miss it, and what differs there too is nearly always another word.
std::vector<CloseWord> close_words(const Dictionary& dictionary, std::string_view word, std::uint8_t slips);

}  // namespace alongside::local_offer
