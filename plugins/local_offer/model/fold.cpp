#include "plugins/local_offer/model/fold.hpp"

#include "app/base/word_list.hpp"
#include "plugins/local_offer/model/stemmer.hpp"
#include "plugins/local_offer/model/word_reader.hpp"

#include <array>

namespace alongside::local_offer {

std::vector<FoldedWord> fold_words(std::string_view text) {
  std::vector<FoldedWord> words;
  for (WordReader reader(text); reader.next();) words.push_back({std::string(reader.folded()), reader.written()});
  return words;
}

std::string fold(std::string_view text) {
  std::string folded;
  for (const FoldedWord& word : fold_words(text)) {
    if (!folded.empty()) folded += ' ';
    folded += word.folded;
  }
  return folded;
}

std::string stem(std::string_view folded) { return english_stem(folded); }

bool is_small_word(std::string_view folded) {
  static constexpr auto small = word_list([] {
    return std::to_array<std::string_view>(
        {"a",         "ac",       "activities", "activity", "am",        "an",        "and",   "any",      "anything",
         "anywhere",  "ar",       "are",        "around",   "at",        "be",        "ble",   "by",       "can",
         "cannot",    "cant",     "child",      "children", "childrens", "childs",    "could", "daughter", "do",
         "does",      "doesnt",   "dont",       "dydd",     "eisiau",    "find",      "for",   "from",     "fy",
         "fyn",       "fynd",     "ger",        "get",      "go",        "goes",      "gyda",  "has",      "have",
         "he",        "help",     "her",        "hes",      "him",       "his",       "how",   "i",        "im",
         "in",        "is",       "isnt",       "it",       "kid",       "kids",      "like",  "lle",      "look",
         "looking",   "me",       "my",         "near",     "nearby",    "need",      "not",   "o",        "of",
         "old",       "on",       "or",         "other",    "our",       "ourselves", "place", "places",   "plentyn",
         "pwy",       "rhywbeth", "rhywle",     "she",      "shes",      "should",    "some",  "someone",  "something",
         "somewhere", "son",      "sut",        "take",     "that",      "the",       "them",  "there",    "they",
         "thing",     "things",   "this",       "to",       "us",        "want",      "was",   "we",       "what",
         "where",     "who",      "will",       "with",     "wont",      "would",     "y",     "year",     "years",
         "yn",        "you",      "your",       "yr"});
  });
  static_assert(small.is_sorted());
  return small.has(folded);
}

}  // namespace alongside::local_offer
