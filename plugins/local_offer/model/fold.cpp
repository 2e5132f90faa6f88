#include "plugins/local_offer/model/fold.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <iterator>

namespace alongside::local_offer {
namespace {

// How many bytes at `at` belong to a word: letters, digits, apostrophes, and what lies beyond
// ASCII but for dashes, quotes and no-break spaces (U+00A0, U+2000 to U+203F).
std::size_t word_bytes(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'') return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xE2\x80\x98") || rest.starts_with("\xE2\x80\x99")) return 3;
  const bool separates = rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xA3") || rest.starts_with("\xE2\x80");
  return separates ? 0 : 1;
}

std::size_t separator_bytes(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != std::string_view::npos; }

// "swimm" → "swim", but "pull" and "fuss" keep their double letter.
void undouble(std::string& word) {
  const std::size_t n = word.size();
  if (n < 4 || word[n - 1] != word[n - 2]) return;
  if (word[n - 1] == 'l' || word[n - 1] == 's' || word[n - 1] == 'z') return;
  word.pop_back();
}

void strip_plural(std::string& word) {
  if (ends_with(word, "ies") && word.size() > 4)
    word.replace(word.size() - 3, 3, "y");
  else if (ends_with(word, "sses") || ends_with(word, "shes") || ends_with(word, "ches") || ends_with(word, "xes"))
    word.resize(word.size() - 2);
  else if (ends_with(word, "s") && !ends_with(word, "ss") && !ends_with(word, "us") && !ends_with(word, "is") &&
           word.size() > 3)
    word.pop_back();
}

void strip_ending(std::string& word) {
  for (const std::string_view end : {"ing", "ed", "ly"}) {
    if (!ends_with(word, end) || word.size() < end.size() + 3) continue;
    if (!has_vowel(std::string_view(word).substr(0, word.size() - end.size()))) continue;
    word.resize(word.size() - end.size());
    if (end != "ly") undouble(word);
    return;
  }
}

}  // namespace

std::vector<FoldedWord> fold_words(std::string_view text) {
  std::vector<FoldedWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const std::size_t bytes = word_bytes(text, at);
      if (bytes == 0) break;
      at += bytes;
    }
    if (at == begin) {
      at += separator_bytes(text, at);
      continue;
    }
    const std::string_view written = text.substr(begin, at - begin);
    for (std::string& folded : search_words(written)) words.push_back({std::move(folded), written});
  }
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

std::string stem(std::string_view folded) {
  std::string word(folded);
  if (word.size() < 4) return word;
  strip_plural(word);
  strip_ending(word);
  if (word.size() > 4 && word.back() == 'e') word.pop_back();
  if (word.size() > 3 && word.back() == 'y') word.back() = 'i';  // "party" and "parties"
  return word;
}

bool is_small_word(std::string_view folded) {
  // Sorted, so that it can be looked up by halves.
  static constexpr std::string_view small[] = {
      "a",        "ac",     "activities", "activity", "am",     "an",    "and",       "any",       "anything",
      "anywhere", "ar",     "are",        "at",       "can",    "child", "children",  "childrens", "childs",
      "daughter", "do",     "for",        "from",     "fy",     "fyn",   "fynd",      "gyda",      "have",
      "i",        "in",     "is",         "it",       "kid",    "kids",  "like",      "lle",       "me",
      "my",       "near",   "need",       "o",        "of",     "old",   "on",        "or",        "our",
      "place",    "places", "plentyn",    "rhywbeth", "rhywle", "some",  "something", "somewhere", "son",
      "that",     "the",    "there",      "thing",    "things", "to",    "want",      "we",        "what",
      "where",    "with",   "y",          "year",     "years",  "yn",    "yr"};
  static_assert(std::is_sorted(std::begin(small), std::end(small)));
  return std::binary_search(std::begin(small), std::end(small), folded);
}

}  // namespace alongside::local_offer
