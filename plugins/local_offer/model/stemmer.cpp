#include "plugins/local_offer/model/stemmer.hpp"

#include "app/base/word_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace alongside::local_offer {
namespace {

// Here and below in pairs: what a word or an ending is, and what it becomes.
constexpr auto exceptions = word_list([] {
  return in_pairs({{"skis", "ski"},
                   {"skies", "sky"},
                   {"dying", "die"},
                   {"lying", "lie"},
                   {"tying", "tie"},
                   {"idly", "idl"},
                   {"gently", "gentl"},
                   {"ugly", "ugli"},
                   {"early", "earli"},
                   {"only", "onli"},
                   {"singly", "singl"},
                   {"sky", "sky"},
                   {"news", "news"},
                   {"howe", "howe"},
                   {"atlas", "atlas"},
                   {"cosmos", "cosmos"},
                   {"bias", "bias"},
                   {"andes", "andes"}});
});
constexpr auto whole_after_plural = word_list([] {
  return std::to_array<std::string_view>(
      {"canning", "earring", "exceed", "herring", "inning", "outing", "proceed", "succeed"});
});
static_assert(whole_after_plural.is_sorted());
constexpr std::string_view doubled = "bdfgmnprt";

// Of the endings of a step the longest that fits is taken, so longer ones stand first.
constexpr auto second_endings = word_list([] {
  return in_pairs({{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"},
                   {"biliti", "ble"},  {"lessli", "less"}, {"tional", "tion"}, {"alism", "al"},    {"aliti", "al"},
                   {"ation", "ate"},   {"entli", "ent"},   {"fulli", "ful"},   {"iviti", "ive"},   {"ousli", "ous"},
                   {"abli", "able"},   {"alli", "al"},     {"anci", "ance"},   {"ator", "ate"},    {"enci", "ence"},
                   {"izer", "ize"},    {"bli", "ble"},     {"ogi", "og"},      {"li", ""}});
});
constexpr auto third_endings = word_list([] {
  return in_pairs({{"ational", "ate"},
                   {"tional", "tion"},
                   {"alize", "al"},
                   {"ative", ""},
                   {"icate", "ic"},
                   {"iciti", "ic"},
                   {"ical", "ic"},
                   {"ness", ""},
                   {"ful", ""}});
});
constexpr auto fourth_endings = word_list([] {
  return in_pairs({{"ement", ""},
                   {"able", ""},
                   {"ance", ""},
                   {"ence", ""},
                   {"ible", ""},
                   {"ment", ""},
                   {"ant", ""},
                   {"ate", ""},
                   {"ent", ""},
                   {"ion", ""},
                   {"ism", ""},
                   {"iti", ""},
                   {"ive", ""},
                   {"ize", ""},
                   {"ous", ""},
                   {"al", ""},
                   {"er", ""},
                   {"ic", ""}});
});

constexpr bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Follows Snowball's description of the algorithm step by step. A 'y' that is a consonant is held as 'Y'.
class EnglishStemmer {
 public:
  explicit EnglishStemmer(std::string_view word) : word_(word) {}

  std::string run() {
    mark_consonants();
    find_regions();
    plural();
    if (!whole_after_plural.has(word_)) {
      past_and_ing();
      final_y();
      second();
      third();
      fourth();
      fifth();
    }
    std::replace(word_.begin(), word_.end(), 'Y', 'y');
    return std::move(word_);
  }

 private:
  bool ends_with(std::string_view end) const { return word_.ends_with(end); }
  char before(std::size_t letters) const { return word_.size() > letters ? word_[word_.size() - letters - 1] : ' '; }
  bool is_in_first(std::size_t letters) const { return word_.size() >= first_ + letters; }
  bool is_in_second(std::size_t letters) const { return word_.size() >= second_ + letters; }
  void cut(std::size_t letters) { word_.resize(word_.size() - letters); }
  bool has_vowel(std::size_t end) const {
    return std::any_of(word_.begin(), word_.begin() + static_cast<std::ptrdiff_t>(end), is_vowel);
  }

  void mark_consonants() {
    for (std::size_t i = 0; i < word_.size(); ++i) {
      if (word_[i] == 'y' && (i == 0 || is_vowel(word_[i - 1]))) word_[i] = 'Y';
    }
  }

  // After the first consonant that follows a vowel.
  std::size_t region_from(std::size_t at) const {
    while (at < word_.size() && !is_vowel(word_[at])) ++at;
    while (at < word_.size() && is_vowel(word_[at])) ++at;
    return std::min(at + 1, word_.size());
  }

  void find_regions() {
    first_ = region_from(0);
    for (const std::string_view start : {"gener", "commun", "arsen"}) {
      if (word_.starts_with(start)) first_ = start.size();
    }
    second_ = region_from(first_);
  }

  // Whether the word without its last so many letters ends in a short syllable.
  bool is_short_syllable(std::size_t letters) const {
    if (word_.size() < letters + 2) return false;
    const std::size_t end = word_.size() - letters;
    const char last = word_[end - 1];
    if (is_vowel(last) || !is_vowel(word_[end - 2])) return false;
    if (end == 2) return true;
    return !is_vowel(word_[end - 3]) && last != 'w' && last != 'x' && last != 'Y';
  }

  void plural() {
    if (ends_with("sses")) return cut(2);
    if (ends_with("ied") || ends_with("ies")) return cut(word_.size() > 4 ? 2 : 1);
    if (ends_with("us") || ends_with("ss") || !ends_with("s")) return;
    if (word_.size() > 2 && has_vowel(word_.size() - 2)) cut(1);
  }

  void past_and_ing() {
    for (const std::string_view end : {"eedly", "eed"}) {
      if (!ends_with(end)) continue;
      if (is_in_first(end.size())) cut(end.size() - 2);
      return;
    }
    for (const std::string_view end : {"ingly", "edly", "ing", "ed"}) {
      if (!ends_with(end)) continue;
      if (!has_vowel(word_.size() - end.size())) return;
      cut(end.size());
      return mend();
    }
  }

  // "hoped" was "hope", and "hopped" was "hop".
  void mend() {
    const bool is_double =
        word_.size() > 1 && word_.back() == before(1) && doubled.find(word_.back()) != std::string_view::npos;
    if (ends_with("at") || ends_with("bl") || ends_with("iz"))
      word_ += 'e';
    else if (is_double)
      cut(1);
    else if (is_short_syllable(0) && first_ >= word_.size())
      word_ += 'e';
  }

  void final_y() {
    if (word_.size() > 2 && (word_.back() == 'y' || word_.back() == 'Y') && !is_vowel(before(1))) word_.back() = 'i';
  }

  struct Ending {
    std::string_view from;
    std::string_view to;
  };

  // Of pairs the first that the word ends with, or an empty one.
  template <class Pairs>
  Ending ending_of(const Pairs& pairs) const {
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
      if (ends_with(pairs[i])) return {pairs[i], pairs[i + 1]};
    }
    return {};
  }

  void swap_ending(const Ending& ending) {
    cut(ending.from.size());
    word_ += ending.to;
  }

  void second() {
    const Ending ending = ending_of(second_endings);
    if (!is_in_first(ending.from.size())) return;
    if (ending.from == "ogi" && before(3) != 'l') return;
    if (ending.from == "li" && std::string_view("cdeghkmnrt").find(before(2)) == std::string_view::npos) return;
    swap_ending(ending);
  }

  void third() {
    const Ending ending = ending_of(third_endings);
    if (!is_in_first(ending.from.size())) return;
    if (ending.from == "ative" && !is_in_second(5)) return;
    swap_ending(ending);
  }

  void fourth() {
    const Ending ending = ending_of(fourth_endings);
    if (!is_in_second(ending.from.size())) return;
    if (ending.from == "ion" && before(3) != 's' && before(3) != 't') return;
    swap_ending(ending);
  }

  void fifth() {
    if (ends_with("e") && (is_in_second(1) || (is_in_first(1) && !is_short_syllable(1)))) return cut(1);
    if (ends_with("l") && is_in_second(1) && before(1) == 'l') cut(1);
  }

  std::string word_;
  std::size_t first_ = 0;  // where the regions of the algorithm, R1 and R2, begin
  std::size_t second_ = 0;
};

}  // namespace

std::string english_stem(std::string_view folded) {
  if (folded.size() <= 2) return std::string(folded);
  for (std::size_t i = 0; i < exceptions.size(); i += 2) {
    if (exceptions[i] == folded) return std::string(exceptions[i + 1]);
  }
  return EnglishStemmer(folded).run();
}

}  // namespace alongside::local_offer
