#include "plugins/local_offer/model/search/word_group.hpp"

#include "plugins/local_offer/model/search/sounds.hpp"
#include "plugins/local_offer/model/search/typos.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

constexpr std::uint32_t prefix_percent = 70;
constexpr std::uint32_t slip_percent[] = {100, 60, 35};
constexpr std::uint32_t sound_percent = 50;

// A term once, by the best of the words that stand for it.
void add_term(WordGroup& group, std::uint32_t term, std::uint32_t percent) {
  for (Alternative& known : group) {
    if (known.terms.front() != term) continue;
    known.percent = std::max(known.percent, percent);
    return;
  }
  group.push_back({{term}, percent});
}

// The words of one term stand near each other, so looking back over all of them would be a waste.
void add_neighbour(WordGroup& group, std::uint32_t term, std::uint32_t percent) {
  constexpr std::size_t neighbours = 16;
  const std::size_t from = group.size() > neighbours ? group.size() - neighbours : 0;
  for (std::size_t i = from; i < group.size(); ++i) {
    if (group[i].terms.front() == term) return;
  }
  group.push_back({{term}, percent});
}

void add_slips(WordGroup& group, const Dictionary& dictionary, std::string_view word) {
  for (std::uint8_t slips = 1; slips <= slips_allowed(word.size()) && group.empty(); ++slips) {
    for (const CloseWord& close : close_words(dictionary, word, slips))
      add_term(group, dictionary.term(close.word), slip_percent[close.slips]);
  }
}

void add_sounds(WordGroup& group, const Dictionary& dictionary, std::string_view word) {
  for (const std::uint32_t alike : words_that_sound_like(dictionary, word))
    add_term(group, dictionary.term(alike), sound_percent);
}

}  // namespace

WordGroup prefix_group(const Dictionary& dictionary, std::string_view letters) {
  WordGroup group;
  const WordRange range = dictionary.beginning_with(letters);
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    add_neighbour(group, dictionary.term(i), dictionary.word(i).size() == letters.size() ? 100 : prefix_percent);
  return group;
}

WordGroup word_group(const Dictionary& dictionary, const TypedWord& typed) {
  WordGroup group;
  const std::string_view word = typed.word.substr(0, longest_word);
  if (const auto term = dictionary.term_of(word)) add_term(group, *term, 100);
  if (const auto term = dictionary.term_of(typed.stem.substr(0, longest_word))) add_term(group, *term, 100);
  if (!group.empty() || typed.spelling == Spelling::Exact) return group;
  if (typed.ending == Ending::MayGoOn && word.size() >= 2) group = prefix_group(dictionary, word);
  if (group.empty()) add_slips(group, dictionary, word);
  if (group.empty()) add_sounds(group, dictionary, word);
  return group;
}

}  // namespace alongside::local_offer
