// query_words: from the words of a query to the terms of an index: forms, slips, beginnings and synonyms.
// Used by Search.
#pragma once

#include "plugins/local_offer/model/search/hints.hpp"
#include "plugins/local_offer/model/search/synonyms.hpp"
#include "plugins/local_offer/model/search/word_group.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace alongside::local_offer {

// `needed`: a service is found by these. `helpful`: general words such as "club" beside others, by which nobody is
// left out, but what is called so comes first.
struct AskedGroups {
  std::vector<WordGroup> needed;
  std::vector<WordGroup> helpful;
};

// One group for each word, or for several that have other words together; empty for what nothing has.
AskedGroups word_groups(const ParsedWords& parsed, const Dictionary& dictionary, const Synonyms& synonyms);

// The terms of words that were typed one after the other, where the index has both.
std::vector<std::array<std::uint32_t, 2>> word_pairs(const ParsedWords& parsed, const Dictionary& dictionary);

// The terms of each phrase in quotes.
std::vector<std::vector<std::uint32_t>> phrase_terms(const ParsedWords& parsed, const Dictionary& dictionary);

}  // namespace alongside::local_offer
