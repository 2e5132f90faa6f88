#include "plugins/direct_payments/api/spending/rules_file.hpp"

#include "plugins/direct_payments/model/transaction.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace alongside::direct_payments {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::string_view about_rule = "write up to 60 things in quotes, each of 1 to 80 bytes, like \"theme park\"";
constexpr std::string_view from_rule = "write pounds and pence above zero in quotes, like \"250.00\"";
constexpr std::size_t most_phrase = 80;

struct RuleList {
  const char* key;
  SpendVerdict verdict;
};
constexpr RuleList rule_lists[] = {
    {"may_buy", SpendVerdict::Yes}, {"ask_first", SpendVerdict::AskFirst}, {"may_not", SpendVerdict::No}};

std::vector<std::string> read_about(JsonFields& fields) {
  const server::JsonValue* found = fields.optional("about");
  std::vector<std::string> about;
  if (found == nullptr) return about;
  const bool is_list = found->is(server::JsonKind::Array) && found->items.size() <= SpendRule::most_about;
  if (!is_list) fields.mistake("about", about_rule);
  for (const server::JsonValue& item : is_list ? found->items : std::vector<server::JsonValue>()) {
    const bool is_good = item.is(server::JsonKind::Text) && !item.text.empty() && item.text.size() <= most_phrase;
    if (!is_good) fields.mistake("about", about_rule);
    about.push_back(item.text);
  }
  return about;
}

std::optional<Money> read_from(JsonFields& fields) {
  const server::JsonValue* found = fields.optional("from");
  if (found == nullptr) return std::nullopt;
  const auto money = Money::parse(found->text);
  const bool is_good = found->is(server::JsonKind::Text) && money.ok() && money->pence() > 0 &&
                       money->pence() <= Transaction::most_pence;
  if (is_good) return money.value();
  fields.mistake("from", from_rule);
  return std::nullopt;
}

std::vector<SpendRule> read_rules(JsonFields& fields, JsonMistakes& mistakes, std::size_t most) {
  std::vector<SpendRule> rules;
  for (const RuleList& list : rule_lists) {
    std::size_t index = 0;
    if (fields.optional(list.key) == nullptr) continue;
    for (const server::JsonValue& item : fields.array(list.key, 0, most)) {
      const std::string path = fields.path_of(list.key) + "[" + std::to_string(index++) + "]";
      rules.push_back(read_rule(JsonFields(item, path, mistakes), list.verdict));
    }
  }
  return rules;
}

Date read_day(JsonFields& fields, std::string_view key) {
  constexpr std::string_view rule = "write a date, like \"2026-10-19\"";
  const std::string text = fields.text(key, {10, rule});
  const auto day = Date::parse(text);
  if (!text.empty() && !day.ok()) fields.mistake(key, rule);
  return day.ok() ? day.value() : Date();
}

wire::Bilingual read_words(JsonFields fields) {
  wire::Bilingual words;
  words.en = fields.text("en", {400, "write one sentence in English"});
  words.cy = fields.optional_text("cy", {400, "write the same sentence in Welsh"});
  fields.finish();
  return words;
}

void read_source(JsonFields fields, wire::Bilingual& title, Date& date) {
  title = read_words(fields.object("title"));
  date = read_day(fields, "date");
  fields.finish();
}

PlanOutcome read_outcome(JsonFields fields) {
  PlanOutcome outcome;
  outcome.number = static_cast<std::uint16_t>(fields.integer("number", {1, 999}));
  outcome.words.en = fields.text("en", {400, "write one sentence in English"});
  outcome.words.cy = fields.optional_text("cy", {400, "write the same sentence in Welsh"});
  fields.finish();
  return outcome;
}

void read_outcomes(JsonFields& fields, JsonMistakes& mistakes, std::vector<PlanOutcome>& outcomes) {
  if (fields.optional("outcomes") == nullptr) return;
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array("outcomes", 0, AgreedWords::most_outcomes)) {
    const std::string path = fields.path_of("outcomes") + "[" + std::to_string(index++) + "]";
    PlanOutcome outcome = read_outcome(JsonFields(item, path, mistakes));
    const bool is_taken = std::any_of(outcomes.begin(), outcomes.end(),
                                      [&](const PlanOutcome& other) { return other.number == outcome.number; });
    if (is_taken) fields.mistake("outcomes", "give each outcome a number of its own");
    outcomes.push_back(std::move(outcome));
  }
}

}  // namespace

SpendRule read_rule(JsonFields fields, SpendVerdict verdict) {
  SpendRule rule;
  rule.verdict = verdict;
  rule.words.en = fields.text("en", {400, "write one sentence in English"});
  rule.words.cy = fields.optional_text("cy", {400, "write the same sentence in Welsh"});
  rule.about = read_about(fields);
  rule.from = read_from(fields);
  fields.finish();
  return rule;
}

SpendRules rules_of_guide(const server::JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  SpendRules rules;
  rules.rules = read_rules(fields, mistakes, SpendRules::most_rules);
  read_source(fields.object("source"), rules.source, rules.source_date);
  return rules;
}

AgreedWords read_agreed_words(JsonFields fields, JsonMistakes& mistakes) {
  AgreedWords agreed;
  read_source(fields.object("source"), agreed.source, agreed.source_date);
  read_outcomes(fields, mistakes, agreed.outcomes);
  agreed.rules = read_rules(fields, mistakes, AgreedWords::most_rules);
  fields.finish();
  return agreed;
}

Result<AgreedWords> parse_agreed_words(const server::JsonValue& json) {
  JsonMistakes mistakes;
  AgreedWords agreed = read_agreed_words(JsonFields(json, "", mistakes), mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return agreed;
}

}  // namespace alongside::direct_payments
