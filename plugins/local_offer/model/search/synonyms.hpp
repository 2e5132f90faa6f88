// Synonyms: other words for the same thing: the council's own groups ("respite", "short break"), which
// work both ways, and the few that everybody gets, such as the Welsh for what services write in English.
// Words are compared by their stems, so "short breaks" is known too. Owned by Search.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace alongside::local_offer {

// Phrases that mean the same, as the council wrote them.
using SynonymGroup = std::vector<std::string>;
inline constexpr std::size_t most_synonym_groups = 300;
inline constexpr std::size_t most_synonyms = 20;  // in one group

using StemPhrase = std::vector<std::string>;

// A phrase of the query that has other words.
struct Meaning {
  std::size_t words = 0;  // how many words of the query it is; 0: none is known here
  std::vector<StemPhrase> others;
};

class Synonyms {
 public:
  explicit Synonyms(std::span<const SynonymGroup> groups);

  // Of the phrases that begin with the first of these stems the longest one.
  Meaning of(std::span<const std::string> stems) const;

 private:
  struct Entry {
    StemPhrase phrase;
    std::size_t group;
  };
  std::vector<Entry> entries_;
};

}  // namespace alongside::local_offer
