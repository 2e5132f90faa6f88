#include "plugins/local_offer/model/search/query_words.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/hint_words.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::uint32_t synonym_percent = 85;
constexpr std::uint32_t unknown_term = 0xFFFFFFFE;

// What many things here are called, whatever they are: beside other words or filters they tell little.
bool is_general(std::string_view stem) {
  return is_one_of(
      stem, {"class", "club", "clwb", "event", "group", "grwp", "project", "scheme", "servic", "session", "team"});
}

bool is_gathering(std::string_view stem) {
  return is_one_of(stem, {"club", "clwb", "clybiau", "group", "grwp", "team"});
}

// Where nothing here has a word of what was asked, what leaves nobody out otherwise is all there is to go by.
void lean_on_helpful(AskedGroups& groups, const ParsedWords& parsed) {
  const auto is_unknown = [](const WordGroup& group) { return group.empty(); };
  if (groups.needed.empty()) {
    if (parsed.hints.empty()) groups.needed.swap(groups.helpful);
  } else if (groups.stage && std::all_of(groups.needed.begin(), groups.needed.end(), is_unknown)) {
    for (WordGroup& group : groups.helpful) groups.needed.push_back(std::move(group));
    groups.helpful.clear();
  }
}

// A phrase that has a word the index has not is no alternative.
void add_phrase(WordGroup& group, const Dictionary& dictionary, std::span<const std::string> stems,
                std::uint32_t percent) {
  Alternative alternative{{}, percent};
  for (const std::string& word : stems) {
    const auto term = dictionary.term_of(word);
    if (!term) return;
    alternative.terms.push_back(*term);
  }
  group.push_back(std::move(alternative));
}

}  // namespace

AskedGroups word_groups(const ParsedWords& parsed, const Dictionary& dictionary, const Synonyms& synonyms) {
  std::vector<std::string> stems;
  for (const std::string& term : parsed.terms) stems.push_back(stem(term));
  AskedGroups groups;
  for (std::size_t at = 0; at < stems.size();) {
    const Meaning meaning = synonyms.of(std::span(stems).subspan(at));
    const std::size_t words = std::max<std::size_t>(meaning.words, 1);
    const auto stage = words == 1 ? life_stage_of(stems[at]) : std::nullopt;
    if (stage) groups.stage = stage;
    if (is_gathering(stems[at])) groups.sought = Sought::Gathering;
    const bool is_helpful = words == 1 && (stage || is_general(stems[at]));
    WordGroup& group = (is_helpful ? groups.helpful : groups.needed).emplace_back();
    if (words > 1) {
      add_phrase(group, dictionary, std::span(stems).subspan(at, words), 100);
    } else {
      const bool may_go_on = parsed.unfinished && at + 1 == stems.size();
      // What has other words is a word, whether a service has it or not.
      group = word_group(dictionary, {parsed.terms[at], stems[at], may_go_on ? Ending::MayGoOn : Ending::Finished,
                                      meaning.others.empty() ? Spelling::Forgiving : Spelling::Exact});
    }
    for (const StemPhrase& other : meaning.others) add_phrase(group, dictionary, other, synonym_percent);
    at += words;
  }
  lean_on_helpful(groups, parsed);
  return groups;
}

std::vector<std::array<std::uint32_t, 2>> word_pairs(const ParsedWords& parsed, const Dictionary& dictionary) {
  std::vector<std::array<std::uint32_t, 2>> pairs;
  std::optional<std::uint32_t> before;
  for (const std::string& word : parsed.terms) {
    const auto term = dictionary.term_of(stem(word));
    if (before && term) pairs.push_back({*before, *term});
    before = term;
  }
  return pairs;
}

std::vector<std::vector<std::uint32_t>> phrase_terms(const ParsedWords& parsed, const Dictionary& dictionary) {
  std::vector<std::vector<std::uint32_t>> phrases;
  for (const auto& phrase : parsed.phrases) {
    auto& terms = phrases.emplace_back();
    for (const std::string& word : phrase) terms.push_back(dictionary.term_of(stem(word)).value_or(unknown_term));
  }
  return phrases;
}

}  // namespace alongside::local_offer
