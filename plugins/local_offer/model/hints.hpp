// ParsedWords: what a person typed, told apart into words to look for and words that are really
// filters ("saturday", "quiet", "free", "8 year old"), in English and in Welsh. Used by search.
#pragma once

#include "plugins/local_offer/model/search_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct ParsedWords {
  std::vector<std::string> terms;  // folded; small words are gone
  std::vector<Hint> hints;
  bool unfinished = false;  // the last term may still be being typed
};

ParsedWords parse_words(std::string_view words);

}  // namespace alongside::local_offer
