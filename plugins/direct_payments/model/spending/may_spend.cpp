#include "plugins/direct_payments/model/spending/may_spend.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

using Words = std::vector<std::string>;

// One text, a space about each: what says nothing of a thing, in English and Welsh.
constexpr std::string_view small_words =
    " a about all am an and any are ar as at be buy by can cost costs could do each every few for from get have her "
    "his "
    "i if in is it its me may money more my new of on one or our pay paying she he some such that the their them they "
    "this "
    "to two us we what with would you your "
    " ac allaf brynu eich ein eu ei fe fy fyddai gan gyda hon hwn iw mae neu newydd o un rhai talu yn ym y yr ";

bool is_small(const std::string& word) { return small_words.find(" " + word + " ") != std::string_view::npos; }

bool ends_in(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 1 && word.substr(word.size() - end.size()) == end;
}

// So that buses are a bus, classes a class and lessons a lesson. Nothing cleverer: a wrong "yes" costs a family money.
std::string without_plural(std::string word) {
  if (word.size() < 4 || ends_in(word, "ss")) return word;
  if (ends_in(word, "ies")) return word.substr(0, word.size() - 3) + "y";
  for (const std::string_view end : {"ses", "xes", "ches", "shes"}) {
    if (ends_in(word, end)) return word.substr(0, word.size() - 2);
  }
  if (ends_in(word, "s") && !ends_in(word, "us")) word.pop_back();
  return word;
}

Words words_in(std::string_view text) {
  Words words = search_words(text);
  for (std::string& word : words) word = without_plural(std::move(word));
  return words;
}

Words telling_words(std::string_view text) {
  Words words = words_in(text);
  std::erase_if(words, is_small);
  return words;
}

bool has_phrase(const Words& words, const Words& phrase) {
  return !phrase.empty() && std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

bool has_all(const Words& sentence, const Words& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(sentence.begin(), sentence.end(), word) != sentence.end();
  });
}

bool is_dear_enough(const SpendRule& rule, std::optional<Money> cost) {
  return !rule.from || (cost && *cost >= *rule.from);
}

// A rule names the things it is about; where it does not, all that tells of the thing has to be in its own sentence.
// A limit that names nothing is about everything.
bool is_about(const SpendRule& rule, const Words& said, const Words& telling) {
  if (!rule.about.empty())
    return std::any_of(rule.about.begin(), rule.about.end(),
                       [&](const std::string& phrase) { return has_phrase(said, words_in(phrase)); });
  if (rule.from) return true;
  if (telling.empty()) return false;
  return has_all(words_in(rule.words.en), telling) || has_all(words_in(rule.words.cy), telling);
}

int strictness(SpendVerdict verdict) {
  switch (verdict) {
    case SpendVerdict::No: return 3;
    case SpendVerdict::AskFirst: return 2;
    case SpendVerdict::Yes: return 1;
    case SpendVerdict::NotSaid: break;
  }
  return 0;
}

}  // namespace

SpendAnswer may_spend(std::string_view what, std::optional<Money> cost, std::span<const SpendRule> agreed,
                      std::span<const SpendRule> council) {
  const Words said = words_in(what), telling = telling_words(what);
  SpendAnswer answer;
  if (said.empty()) return answer;
  const auto take = [&](std::span<const SpendRule> rules, RuleFrom from) {
    for (const SpendRule& rule : rules) {
      if (is_dear_enough(rule, cost) && is_about(rule, said, telling)) answer.hits.push_back({&rule, from});
    }
  };
  take(agreed, RuleFrom::Agreement);
  take(council, RuleFrom::Council);
  std::stable_sort(answer.hits.begin(), answer.hits.end(), [](const RuleHit& a, const RuleHit& b) {
    return a.from != b.from ? a.from < b.from : strictness(a.rule->verdict) > strictness(b.rule->verdict);
  });
  if (!answer.hits.empty()) answer.verdict = answer.hits.front().rule->verdict;
  return answer;
}

bool is_same_thing(std::string_view one, std::string_view other) {
  const Words words = telling_words(one);
  return !words.empty() && words == telling_words(other);
}

std::optional<QuestionFault> check(const AskToSpend& ask, const Agreement& agreement, std::size_t open, Date today) {
  if (!is_fit_text(ask.what)) return QuestionFault::BadText;
  if (ask.why.size() > SpendQuestion::most_words || !is_fit_note(ask.why)) return QuestionFault::BadText;
  const std::int64_t pence = ask.cost ? ask.cost->pence() : 1;
  if (pence <= 0 || pence > Transaction::most_pence) return QuestionFault::BadAmount;
  if (agreement.ends && *agreement.ends < today) return QuestionFault::AfterAgreement;
  if (open >= SpendQuestion::most_open) return QuestionFault::TooMany;
  return std::nullopt;
}

SpendQuestion question_of(const AskToSpend& ask, PersonId by, Date asked_on, Date answer_by) {
  SpendQuestion question;
  question.agreement = ask.agreement;
  question.what = trim(ask.what);
  question.cost = ask.cost;
  question.why = trim(ask.why);
  question.asked_by = by;
  question.asked_on = asked_on;
  question.answer_by = answer_by;
  return question;
}

}  // namespace alongside::direct_payments
