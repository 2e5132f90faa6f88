// query_words: from the words of a query to the terms of an index: forms, slips, beginnings and synonyms.
// Used by Search.
#pragma once

#include "plugins/local_offer/model/search/hints.hpp"
#include "plugins/local_offer/model/search/life_stage.hpp"
#include "plugins/local_offer/model/search/synonyms.hpp"
#include "plugins/local_offer/model/search/word_group.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::local_offer {

enum class Sought : std::uint8_t {
  Anything,
  Gathering,  // a club or a group: somewhere to be with others, not advice, care at home or a bed for the night
};

// `needed`: a service is found by these. `helpful`: general words such as "club", and life stages, beside others: they
// leave nobody out, but what is called so comes first.
struct AskedGroups {
  std::vector<WordGroup> needed;
  std::vector<WordGroup> helpful;
  std::optional<LifeStage> stage;
  Sought sought = Sought::Anything;
};

// One group for each word, or for several that have other words together; empty for what nothing has.
AskedGroups word_groups(const ParsedWords& parsed, const Dictionary& dictionary, const Synonyms& synonyms);

// The terms of words that were typed one after the other, where the index has both.
std::vector<std::array<std::uint32_t, 2>> word_pairs(const ParsedWords& parsed, const Dictionary& dictionary);

// The terms of each phrase in quotes.
std::vector<std::vector<std::uint32_t>> phrase_terms(const ParsedWords& parsed, const Dictionary& dictionary);

}  // namespace alongside::local_offer
