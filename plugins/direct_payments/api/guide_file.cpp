#include "plugins/direct_payments/api/guide_file.hpp"

#include "app/server/json_fields.hpp"
#include "plugins/direct_payments/api/spending/rules_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::string_view period_rule = "write weekly, 4-weekly, monthly or quarterly";

wire::Bilingual bilingual(JsonFields fields) {
  wire::Bilingual words;
  words.en = fields.text("en", {400, "write one sentence in English"});
  words.cy = fields.optional_text("cy", {400, "write the same sentence in Welsh"});
  fields.finish();
  return words;
}

std::vector<wire::Bilingual> sentences(JsonFields& fields, std::string_view key, JsonMistakes& mistakes) {
  std::vector<wire::Bilingual> list;
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array(key, 0, 60)) {
    list.push_back(bilingual(JsonFields(item, fields.path_of(key) + "[" + std::to_string(index++) + "]", mistakes)));
  }
  return list;
}

// The sentences of rules; what each is about is read by rules_of_guide().
std::vector<wire::Bilingual> rule_sentences(JsonFields& fields, std::string_view key, JsonMistakes& mistakes) {
  std::vector<wire::Bilingual> list;
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array(key, 0, 60)) {
    const std::string path = fields.path_of(key) + "[" + std::to_string(index++) + "]";
    list.push_back(read_rule(JsonFields(item, path, mistakes), SpendVerdict::NotSaid).words);
  }
  return list;
}

Period period(JsonFields& fields) {
  const std::string word = fields.text("period", {20, period_rule});
  if (word == "weekly") return Period::Weekly;
  if (word == "4-weekly") return Period::FourWeekly;
  if (word == "monthly") return Period::Monthly;
  if (word == "quarterly") return Period::Quarterly;
  if (!word.empty()) fields.mistake("period", period_rule);
  return Period::Unknown;
}

Source source(JsonFields fields) {
  Source source;
  source.title = bilingual(fields.object("title"));
  const Result<Date> date = Date::parse(fields.text("date", {10, "write a date like 2026-04-01"}));
  if (date.ok())
    source.date = date.value();
  else
    fields.mistake("date", "write a date like 2026-04-01");
  fields.finish();
  return source;
}

HelpContact help(JsonFields fields) {
  HelpContact help;
  help.name = fields.text("name");
  help.phone = fields.text("phone", {30, "write a phone number"});
  help.email = fields.optional_text("email");
  fields.finish();
  return help;
}

std::optional<Money> receipt_from(JsonFields& fields) {
  constexpr std::string_view rule = "write pounds and pence in quotes, like \"10.00\", or leave it out";
  const server::JsonValue* found = fields.optional("receipt_from");
  if (found == nullptr) return {};
  const auto money = Money::parse(found->text);
  if (found->is(server::JsonKind::Text) && money.ok()) return money.value();
  fields.mistake("receipt_from", rule);
  return {};
}

StatementAsked statement(JsonFields& fields) {
  const server::JsonValue* found = fields.optional("statement");
  if (found != nullptr && !found->is(server::JsonKind::Boolean)) fields.mistake("statement", "write true or false");
  return found != nullptr && found->boolean ? StatementAsked::Yes : StatementAsked::No;
}

ReturnRules return_rules(JsonFields fields, JsonMistakes& mistakes) {
  ReturnRules rules;
  rules.receipt_from = receipt_from(fields);
  rules.statement = statement(fields);
  rules.send_within_days = static_cast<std::uint16_t>(fields.integer("send_within_days", {0, 366}));
  rules.keep_years = static_cast<std::uint16_t>(fields.integer("keep_years", {0, 30}));
  rules.asks = sentences(fields, "asks", mistakes);
  rules.declaration = bilingual(fields.object("declaration"));
  fields.finish();
  return rules;
}

SurplusRules surplus_rules(JsonFields fields) {
  SurplusRules rules;
  rules.keep_weeks = static_cast<std::uint16_t>(fields.integer("keep_weeks", {1, 104}));
  rules.words = bilingual(fields.object("words"));
  fields.finish();
  return rules;
}

ChangeRules change_rules(JsonFields fields, JsonMistakes& mistakes) {
  ChangeRules rules;
  rules.notice_days = static_cast<std::uint16_t>(fields.integer("notice_days", {0, 366}));
  rules.disagree = sentences(fields, "disagree", mistakes);
  if (rules.disagree.empty()) fields.mistake("disagree", "write how a family asks you to look again, and complains");
  rules.money_left = bilingual(fields.object("money_left"));
  fields.finish();
  return rules;
}

GrownUpRules grown_up_rules(JsonFields fields, JsonMistakes& mistakes) {
  GrownUpRules rules;
  rules.happens = sentences(fields, "happens", mistakes);
  rules.to_do = sentences(fields, "to_do", mistakes);
  fields.finish();
  return rules;
}

}  // namespace

Result<Guide> parse_guide(const server::JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  Guide guide;
  guide.period = period(fields);
  guide.may_buy = rule_sentences(fields, "may_buy", mistakes);
  guide.ask_first = rule_sentences(fields, "ask_first", mistakes);
  guide.may_not = rule_sentences(fields, "may_not", mistakes);
  guide.source = source(fields.object("source"));
  guide.help = help(fields.object("help"));
  if (const server::JsonValue* found = fields.optional("returns"))
    guide.returns = return_rules(JsonFields(*found, "returns", mistakes), mistakes);
  if (const server::JsonValue* found = fields.optional("surplus"))
    guide.surplus = surplus_rules(JsonFields(*found, "surplus", mistakes));
  if (const server::JsonValue* found = fields.optional("changes"))
    guide.changes = change_rules(JsonFields(*found, "changes", mistakes), mistakes);
  if (const server::JsonValue* found = fields.optional("grown_up"))
    guide.grown_up = grown_up_rules(JsonFields(*found, "grown_up", mistakes), mistakes);
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return guide;
}

}  // namespace alongside::direct_payments
