#include "plugins/local_offer/model/search/hints.hpp"

#include "app/base/text.hpp"
#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/hint_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::string_view pound = "\xC2\xA3";

// The same filter twice says nothing more, and would be two chips with one name.
void add_hint(std::vector<Hint>& hints, Hint hint) {
  for (const Hint& known : hints) {
    if (known.kind == hint.kind && known.number == hint.number) return;
  }
  hints.push_back(std::move(hint));
}

// The words of one query, with the place where each stands.
class WordsTyped {
 public:
  WordsTyped(std::string_view text, std::span<const NamedPlace> places) : text_(text), places_(places) {
    constexpr std::size_t most_words = 24;  // a sentence; more than that is not a search
    words_ = fold_words(text);
    if (words_.size() > most_words) words_.resize(most_words);
  }

  ParsedWords parse() {
    for (std::size_t at = 0; at < words_.size();) at += is_quoted(at) ? take_phrase(at) : take(at);
    return std::move(parsed_);
  }

 private:
  std::size_t take(std::size_t at) {
    if (const std::size_t count = unwanted_at(at); count > 0) return count;
    if (const HintWord* hint = find_hint(words_[at].folded)) {
      // "am ddim" is one idea: both words go when it is taken away.
      const bool is_pair = words_[at].folded == "ddim" && at > 0 && words_[at - 1].folded == "am";
      if (hint->kind == HintKind::Holidays) return take_holidays(at, 1);
      add({hint->kind, hint->number, {}, {}}, is_pair ? at - 1 : at, is_pair ? 2 : 1);
      return 1;
    }
    if (const std::size_t count = holidays_at(at); count > 0) return take_holidays(at, count);
    if (const std::size_t count = pair_at(at); count > 0) return count;
    if (const AgeWords age = age_at(words_, at); age.count > 0) {
      add({HintKind::Age, age.age, {}, {}}, at, age.count);
      return age.count;
    }
    if (const std::size_t count = near_at(at); count > 0) return count;
    take_term(at);
    return 1;
  }

  // "school holidays", "summer holiday", "half term": how many words it is.
  std::size_t holidays_at(std::size_t at) const {
    if (at + 1 >= words_.size()) return 0;
    const std::string& word = words_[at].folded;
    const std::string& next = words_[at + 1].folded;
    if (word == "half" && next == "term") return 2;
    const HintWord* hint = find_hint(next);
    const bool is_holidays = hint != nullptr && hint->kind == HintKind::Holidays;
    return is_holidays && is_one_of(word, {"easter", "school", "summer"}) ? 2 : 0;
  }

  // So is "holiday club": what is there in the holidays need not be called a club.
  std::size_t take_holidays(std::size_t at, std::size_t count) {
    if (is_scheme(at + count)) ++count;
    add({HintKind::Holidays, 0, {}, {}}, at, count);
    return count;
  }

  bool is_scheme(std::size_t at) const {
    return at < words_.size() && is_one_of(words_[at].folded, {"camp", "camps", "club", "clubs", "scheme", "schemes"});
  }

  // "but not football", "not on saturday". "My son does not sleep" and "not sleeping" say what is the matter, not
  // what is unwanted. How many words it was.
  std::size_t unwanted_at(std::size_t at) {
    const bool has_but = is_one_of(words_[at].folded, {"but", "and", "or", "ond"});
    const std::size_t no = has_but ? at + 1 : at;
    if (no >= words_.size() || !is_one_of(words_[no].folded, {"not", "except", "nid"})) return 0;
    std::size_t last = no + 1;
    while (last < words_.size() && is_small_word(words_[last].folded)) ++last;
    if (last == words_.size()) return 0;
    const std::string& word = words_[last].folded;
    const HintWord* hint = find_hint(word);
    if (is_one_of(word, {"busy", "crowded", "loud", "noisy"})) {
      add({HintKind::Quiet, 0, {}, {}}, at, last + 1 - at);
    } else if (!has_but && (word.ends_with("ing") || (at > 0 && is_small_word(words_[at - 1].folded)))) {
      return 0;
    } else if (hint == nullptr) {
      add({HintKind::Without, static_cast<std::uint8_t>(parsed_.unwanted.size()), {}, {}}, at, last + 1 - at);
      parsed_.unwanted.push_back(word);
    } else if (hint->kind == HintKind::Day || hint->kind == HintKind::Weekend) {
      add({HintKind::OtherDays, hint->kind == HintKind::Day ? hint->number : whole_weekend, {}, {}}, at, last + 1 - at);
    } else {
      return 0;
    }
    return last + 1 - at;
  }

  // "term time", "direct payments" and "under £10". How many words it was.
  std::size_t pair_at(std::size_t at) {
    if (at + 1 >= words_.size()) return 0;
    const std::string_view first = words_[at].folded;
    const std::string_view second = words_[at + 1].folded;
    if (first == "term" && second == "time") {
      add({HintKind::TermTime, 0, {}, {}}, at, 2);
    } else if (first == "direct" && is_one_of(second, {"payment", "payments"})) {
      add({HintKind::DirectPayment, 0, {}, {}}, at, 2);
    } else if (const auto pounds = pounds_at(at + 1); pounds && is_one_of(first, {"under", "below", "dan"})) {
      add({HintKind::Under, *pounds, {}, {}}, at, 2);
    } else {
      return 0;
    }
    return 2;
  }

  // A number with a pound sign in front: without one it may be an age.
  std::optional<std::uint8_t> pounds_at(std::size_t at) const {
    const std::string_view word = words_[at].folded;
    const auto begin = static_cast<std::size_t>(words_[at].written.data() - text_.data());
    if (!text_.substr(0, begin).ends_with(pound) || word.size() > 2) return std::nullopt;
    unsigned pounds = 0;
    for (const char c : word) {
      if (c < '0' || c > '9') return std::nullopt;
      pounds = pounds * 10 + static_cast<unsigned>(c - '0');
    }
    return static_cast<std::uint8_t>(pounds);
  }

  void take_term(std::size_t at) {
    if (is_small_word(words_[at].folded)) return;
    parsed_.terms.push_back(words_[at].folded);
    parsed_.unfinished = at + 1 == words_.size() && !is_quoted(at);
  }

  // "near Brackley Heath", "ger NM4", and a postcode's first half alone. How many words it was.
  std::size_t near_at(std::size_t at) {
    const bool says_near = is_one_of(words_[at].folded, {"near", "ger", "around", "nearby"});
    const std::size_t from = says_near ? at + 1 : at;
    for (std::size_t count = 3; count > 0; --count) {
      if (from + count > words_.size()) continue;
      std::string name;
      // Of a postcode's second half its digit: "NM4 2AB" is in the sector "NM4 2".
      for (std::size_t i = from; i < from + count; ++i)
        name.append(i == from ? "" : " ").append(words_[i].folded, 0, has_postcode_end(i) ? 1 : std::string::npos);
      for (const NamedPlace& place : places_) {
        if (place.name != name || (!says_near && name.find_first_of("0123456789") == std::string::npos)) continue;
        if (parsed_.near) return 0;
        parsed_.near = place.point;
        const std::size_t all = from + count - at + (has_postcode_end(from + count) ? 1 : 0);
        add({HintKind::Near, 0, {}, {}}, at, all);
        return all;
      }
    }
    return 0;
  }

  // The second half of a postcode: "4AB".
  bool has_postcode_end(std::size_t at) const {
    if (at >= words_.size()) return false;
    const std::string& word = words_[at].folded;
    return word.size() == 3 && word[0] >= '0' && word[0] <= '9' && word[1] >= 'a' && word[2] >= 'a';
  }

  bool is_quoted(std::size_t at) const {
    const auto begin = static_cast<std::size_t>(words_[at].written.data() - text_.data());
    bool is_open = false;
    std::size_t last = text_.find_last_of('"');
    for (std::size_t i = 0; i < begin; ++i) is_open ^= text_[i] == '"';
    return is_open && last != std::string_view::npos && last > begin;
  }

  std::size_t take_phrase(std::size_t at) {
    std::vector<std::string> phrase;
    std::size_t end = at;
    // Two phrases side by side have quotes between their words.
    for (; end < words_.size() && is_quoted(end) && (end == at || !has_quote_before(end)); ++end) {
      take_term(end);
      if (!is_small_word(words_[end].folded)) phrase.push_back(words_[end].folded);
    }
    if (phrase.size() > 1) parsed_.phrases.push_back(std::move(phrase));
    return end - at;
  }

  bool has_quote_before(std::size_t at) const {
    const std::string_view before = words_[at - 1].written;
    const char* end = before.data() + before.size();
    return std::find(end, words_[at].written.data(), '"') != words_[at].written.data();
  }

  void add(Hint hint, std::size_t at, std::size_t count) {
    hint.word = range(at, count);
    hint.query_without = without(at, count);
    add_hint(parsed_.hints, std::move(hint));
  }

  // The rest as it was written: commas, quotes and pound signs stay.
  std::string without(std::size_t at, std::size_t count) const {
    const std::string_view taken = range(at, count);
    const auto begin = static_cast<std::size_t>(taken.data() - text_.data());
    std::string_view before = text_.substr(0, begin);
    if (before.ends_with(pound)) before.remove_suffix(pound.size());
    std::string_view after = trim(text_.substr(begin + taken.size()));
    if (after.starts_with(',')) after = trim(after.substr(1));
    before = trim(before);
    return std::string(before) + (before.empty() || after.empty() ? "" : " ") + std::string(after);
  }

  std::string_view range(std::size_t at, std::size_t count) const {
    const std::string_view first = words_[at].written;
    const std::string_view last = words_[at + count - 1].written;
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
  }

  std::string_view text_;
  std::span<const NamedPlace> places_;
  std::vector<FoldedWord> words_;
  ParsedWords parsed_;
};

}  // namespace

ParsedWords parse_words(std::string_view text, std::span<const NamedPlace> places) {
  return WordsTyped(text, places).parse();
}

}  // namespace alongside::local_offer
