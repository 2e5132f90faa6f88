#include "plugins/local_offer/model/search/synonyms.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/other_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace alongside::local_offer {
namespace {

StemPhrase stems_of(std::string_view phrase) {
  StemPhrase stems;
  for (const FoldedWord& word : fold_words(phrase)) {
    if (!is_small_word(word.folded)) stems.push_back(stem(word.folded));
  }
  return stems;
}

bool begins_with(std::span<const std::string> stems, const StemPhrase& phrase) {
  return stems.size() >= phrase.size() && std::equal(phrase.begin(), phrase.end(), stems.begin());
}

}  // namespace

Synonyms::Synonyms(std::span<const SynonymGroup> groups) {
  for (std::size_t group = 0; group < std::min(groups.size(), most_synonym_groups); ++group) {
    for (std::size_t i = 0; i < std::min(groups[group].size(), most_synonyms); ++i) {
      StemPhrase phrase = stems_of(groups[group][i]);
      if (!phrase.empty()) entries_.push_back({std::move(phrase), group});
    }
  }
}

Meaning Synonyms::of(std::span<const std::string> stems) const {
  Meaning meaning;
  for (const Entry& entry : entries_) {
    if (entry.phrase.size() > meaning.words && begins_with(stems, entry.phrase)) meaning.words = entry.phrase.size();
  }
  for (const Entry& said : entries_) {
    if (said.phrase.size() != meaning.words || !begins_with(stems, said.phrase)) continue;
    for (const Entry& other : entries_) {
      if (other.group == said.group && other.phrase != said.phrase) meaning.others.push_back(other.phrase);
    }
  }
  if (meaning.words <= 1 && !stems.empty()) {
    if (const std::string_view other = other_word(stems.front()); !other.empty()) {
      meaning.words = 1;
      meaning.others.push_back({stem(other)});
    }
  }
  return meaning;
}

}  // namespace alongside::local_offer
