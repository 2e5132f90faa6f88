// Folding: turns written words into what search compares: lower case, no accents, no
// apostrophes, and the stem that "swims", "swimming" and "swim" share. Knows English and Welsh
// letters. Used by search and by the importer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// One word of a text: folded, and as it was written.
struct FoldedWord {
  std::string folded;
  std::string_view written;
};

std::string fold(std::string_view text);  // punctuation becomes single spaces
std::vector<FoldedWord> fold_words(std::string_view text);
std::string stem(std::string_view folded);
bool is_small_word(std::string_view folded);  // "somewhere", "the", "rhywle": says nothing

}  // namespace alongside::local_offer
