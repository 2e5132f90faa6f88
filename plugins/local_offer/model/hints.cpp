#include "plugins/local_offer/model/hints.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search_query.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace alongside::local_offer {
namespace {

struct HintWord {
  std::string_view word;
  HintKind kind;
  std::uint8_t number;
};

// Sorted by word. Abbreviations that are words of their own ("sun", "mon") are left out.
constexpr HintWord hint_words[] = {
    {"calm", HintKind::Quiet, 0},       {"calmer", HintKind::Quiet, 0},      {"ddim", HintKind::Free, 0},
    {"free", HintKind::Free, 0},        {"fri", HintKind::Day, 4},           {"friday", HintKind::Day, 4},
    {"fridays", HintKind::Day, 4},      {"gwener", HintKind::Day, 4},        {"gwyliau", HintKind::Holidays, 0},
    {"holiday", HintKind::Holidays, 0}, {"holidays", HintKind::Holidays, 0}, {"iau", HintKind::Day, 3},
    {"llun", HintKind::Day, 0},         {"mawrth", HintKind::Day, 1},        {"mercher", HintKind::Day, 2},
    {"monday", HintKind::Day, 0},       {"mondays", HintKind::Day, 0},       {"penwythnos", HintKind::Weekend, 0},
    {"peaceful", HintKind::Quiet, 0},   {"quiet", HintKind::Quiet, 0},       {"quieter", HintKind::Quiet, 0},
    {"sadwrn", HintKind::Day, 5},       {"sat", HintKind::Day, 5},           {"saturday", HintKind::Day, 5},
    {"saturdays", HintKind::Day, 5},    {"sul", HintKind::Day, 6},           {"sunday", HintKind::Day, 6},
    {"sundays", HintKind::Day, 6},      {"tawel", HintKind::Quiet, 0},       {"thurs", HintKind::Day, 3},
    {"thursday", HintKind::Day, 3},     {"thursdays", HintKind::Day, 3},     {"tues", HintKind::Day, 1},
    {"tuesday", HintKind::Day, 1},      {"tuesdays", HintKind::Day, 1},      {"wednesday", HintKind::Day, 2},
    {"wednesdays", HintKind::Day, 2},   {"weekend", HintKind::Weekend, 0},   {"weekends", HintKind::Weekend, 0},
};

const HintWord* find_hint(std::string_view folded) {
  for (const HintWord& hint : hint_words) {
    if (hint.word == folded) return &hint;
  }
  return nullptr;
}

std::optional<std::uint8_t> age_in(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  int age = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    age = age * 10 + (c - '0');
  }
  if (age > oldest_age) return std::nullopt;
  return static_cast<std::uint8_t>(age);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The same filter twice says nothing more, and would be two chips with one name.
void add_hint(std::vector<Hint>& hints, Hint hint) {
  for (const Hint& known : hints) {
    if (known.kind == hint.kind && known.number == hint.number) return;
  }
  hints.push_back(std::move(hint));
}

struct AgeWords {
  std::uint8_t age = 0;
  std::size_t count = 0;  // how many words it took; 0: this is no age
};

// "8 years old", "8 oed", "8yo", "age 8", "oed 8".
AgeWords age_at(const std::vector<FoldedWord>& words, std::size_t at) {
  const std::string_view word = words[at].folded;
  if (is_one_of(word, {"age", "aged", "oed", "oedran"}) && at + 1 < words.size()) {
    if (const auto age = age_in(words[at + 1].folded)) return {*age, 2};
  }
  if (word.size() > 2 && word.substr(word.size() - 2) == "yo") {
    if (const auto age = age_in(word.substr(0, word.size() - 2))) return {*age, 1};
  }
  const auto age = age_in(word);
  if (!age || at + 1 >= words.size()) return {};
  if (!is_one_of(words[at + 1].folded, {"year", "years", "yr", "yrs", "oed", "mlwydd"})) return {};
  std::size_t count = 2;
  if (at + 2 < words.size() && is_one_of(words[at + 2].folded, {"old", "olds", "oed"})) count = 3;
  return {*age, count};
}

std::string without(const std::vector<FoldedWord>& words, std::size_t at, std::size_t count) {
  std::string rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= at && i < at + count) continue;
    if (!rest.empty()) rest += ' ';
    rest += words[i].written;
  }
  return rest;
}

std::string written(const std::vector<FoldedWord>& words, std::size_t at, std::size_t count) {
  const std::string_view first = words[at].written;
  const std::string_view last = words[at + count - 1].written;
  return std::string(first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
}

}  // namespace

ParsedWords parse_words(std::string_view text) {
  constexpr std::size_t most_words = 24;  // a sentence; more than that is not a search
  std::vector<FoldedWord> words = fold_words(text);
  if (words.size() > most_words) words.resize(most_words);
  ParsedWords parsed;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t count = 1;
    if (const HintWord* hint = find_hint(words[at].folded)) {
      // "am ddim" is one idea: both words go when it is taken away.
      const bool pair = words[at].folded == "ddim" && at > 0 && words[at - 1].folded == "am";
      const std::size_t from = pair ? at - 1 : at;
      const std::size_t taken = at - from + 1;
      add_hint(parsed.hints, {hint->kind, hint->number, written(words, from, taken), without(words, from, taken)});
    } else if (const AgeWords age = age_at(words, at); age.count > 0) {
      count = age.count;
      add_hint(parsed.hints, {HintKind::Age, age.age, written(words, at, count), without(words, at, count)});
    } else if (!is_small_word(words[at].folded)) {
      parsed.terms.push_back(words[at].folded);
      parsed.unfinished = at + 1 == words.size();
    }
    at += count;
  }
  return parsed;
}

}  // namespace alongside::local_offer
