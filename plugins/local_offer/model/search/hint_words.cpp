#include "plugins/local_offer/model/search/hint_words.hpp"

#include "plugins/local_offer/model/search/search_query.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace alongside::local_offer {
namespace {

// Sorted by word. Abbreviations that are words of their own ("sun", "mon") are left out.
constexpr HintWord hint_words[] = {
    {"afternoon", HintKind::PartOfDay, 1},
    {"afternoons", HintKind::PartOfDay, 1},
    {"bore", HintKind::PartOfDay, 0},
    {"boreau", HintKind::PartOfDay, 0},
    {"calm", HintKind::Quiet, 0},
    {"calmer", HintKind::Quiet, 0},
    {"ddim", HintKind::Free, 0},
    {"evening", HintKind::PartOfDay, 2},
    {"evenings", HintKind::PartOfDay, 2},
    {"free", HintKind::Free, 0},
    {"fri", HintKind::Day, 4},
    {"friday", HintKind::Day, 4},
    {"fridays", HintKind::Day, 4},
    {"gwener", HintKind::Day, 4},
    {"gwyliau", HintKind::Holidays, 0},
    {"holiday", HintKind::Holidays, 0},
    {"holidays", HintKind::Holidays, 0},
    {"iau", HintKind::Day, 3},
    {"llun", HintKind::Day, 0},
    {"mawrth", HintKind::Day, 1},
    {"mercher", HintKind::Day, 2},
    {"monday", HintKind::Day, 0},
    {"mondays", HintKind::Day, 0},
    {"morning", HintKind::PartOfDay, 0},
    {"mornings", HintKind::PartOfDay, 0},
    {"peaceful", HintKind::Quiet, 0},
    {"penwythnos", HintKind::Weekend, 0},
    {"prynhawn", HintKind::PartOfDay, 1},
    {"quiet", HintKind::Quiet, 0},
    {"quieter", HintKind::Quiet, 0},
    {"sadwrn", HintKind::Day, 5},
    {"sat", HintKind::Day, 5},
    {"saturday", HintKind::Day, 5},
    {"saturdays", HintKind::Day, 5},
    {"sul", HintKind::Day, 6},
    {"sunday", HintKind::Day, 6},
    {"sundays", HintKind::Day, 6},
    {"tawel", HintKind::Quiet, 0},
    {"thurs", HintKind::Day, 3},
    {"thursday", HintKind::Day, 3},
    {"thursdays", HintKind::Day, 3},
    {"tues", HintKind::Day, 1},
    {"tuesday", HintKind::Day, 1},
    {"tuesdays", HintKind::Day, 1},
    {"wednesday", HintKind::Day, 2},
    {"wednesdays", HintKind::Day, 2},
    {"weekend", HintKind::Weekend, 0},
    {"weekends", HintKind::Weekend, 0},
};

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

}  // namespace

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// One letter too many, too few or wrong, or two neighbours swapped; the first is right.
bool is_slip_of(std::string_view typed, std::string_view word) {
  std::size_t same = 0;
  while (same < typed.size() && same < word.size() && typed[same] == word[same]) ++same;
  if (same == 0) return false;
  typed.remove_prefix(same);
  word.remove_prefix(same);
  while (!typed.empty() && !word.empty() && typed.back() == word.back()) {
    typed.remove_suffix(1);
    word.remove_suffix(1);
  }
  const bool is_swapped = typed.size() == 2 && word.size() == 2 && typed[0] == word[1] && typed[1] == word[0];
  return is_swapped || (typed.size() <= 1 && word.size() <= 1);
}

// Of long words that nothing else is spelled like: "mourning" is no slip of "morning".
bool may_be_slip(const HintWord& hint) {
  const bool is_one = hint.kind == HintKind::Day || hint.kind == HintKind::Weekend || hint.kind == HintKind::Holidays;
  return is_one && hint.word.size() >= 6;
}

const HintWord* find_hint(std::string_view folded) {
  const HintWord* slip = nullptr;
  for (const HintWord& hint : hint_words) {
    if (hint.word == folded) return &hint;
    if (slip == nullptr && may_be_slip(hint) && is_slip_of(folded, hint.word)) slip = &hint;
  }
  return slip;
}

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

}  // namespace alongside::local_offer
