#include "plugins/feedback/api/survey_file.hpp"

#include "app/base/id.hpp"
#include "app/server/json_fields.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonMistakes;

constexpr std::string_view date_rule = "write a date like 2026-11-01";
constexpr std::string_view who_rule = "write parents and carers, young people or everyone";
constexpr std::string_view status_rule = "write draft, published or closed";

wire::Bilingual bilingual(JsonFields fields) {
  wire::Bilingual words;
  words.en = fields.text("en", {1000, "write it in English"});
  words.cy = fields.optional_text("cy", {1000, "write it in Welsh"});
  fields.finish();
  return words;
}

Date date(JsonFields& fields, std::string_view key) {
  const Result<Date> date = Date::parse(fields.text(key, {10, date_rule}));
  if (date.ok()) return date.value();
  fields.mistake(key, date_rule);
  return {};
}

Audience audience(JsonFields& fields) {
  const std::string who = fields.text("who", {60, who_rule});
  if (who == "parents and carers") return Audience::ParentsAndCarers;
  if (who == "young people") return Audience::YoungPeople;
  if (who != "everyone") fields.mistake("who", who_rule);
  return Audience::Everyone;
}

SurveyStatus status(JsonFields& fields) {
  const std::string word = fields.text("status", {20, status_rule});
  if (word == "published") return SurveyStatus::Published;
  if (word == "closed") return SurveyStatus::Closed;
  if (word != "draft") fields.mistake("status", status_rule);
  return SurveyStatus::Draft;
}

Anonymity anonymity(JsonFields& fields) {
  const server::JsonValue* value = fields.optional("anonymous");
  if (value == nullptr || !value->is(server::JsonKind::Boolean)) {
    fields.mistake("anonymous", "write true or false");
    return Anonymity::Named;
  }
  return value->boolean ? Anonymity::Anonymous : Anonymity::Named;
}

Survey survey(JsonFields fields) {
  Survey survey;
  const std::string id = fields.text("id", {36, "write a UUID"});
  if (const auto uuid = parse_uuid(id); uuid.ok())
    survey.id = uuid_text(uuid.value());
  else
    fields.mistake("id", "write a UUID, like 5b0e6a52-3c1f-4d7e-9a84-1f6c2d90b7a1");
  survey.title = bilingual(fields.object("title"));
  survey.purpose = bilingual(fields.object("purpose"));
  survey.who = audience(fields);
  survey.minutes = static_cast<std::uint16_t>(fields.integer("minutes", {1, 120}));
  survey.opens = date(fields, "opens");
  survey.closes = date(fields, "closes");
  if (survey.closes < survey.opens) fields.mistake("closes", "write a date that is not before \"opens\"");
  survey.anonymity = anonymity(fields);
  survey.answers_back = bilingual(fields.object("answers_back"));
  survey.status = status(fields);
  fields.finish();
  return survey;
}

}  // namespace

Result<SurveyList> parse_surveys(const server::JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  SurveyList list;
  std::set<std::string> ids;
  std::size_t index = 0;
  for (const server::JsonValue& item : fields.array("surveys", 0, 500)) {
    const std::string path = "surveys[" + std::to_string(index++) + "]";
    list.surveys.push_back(survey(JsonFields(item, path, mistakes)));
    const std::string& id = list.surveys.back().id;
    if (!id.empty() && !ids.insert(id).second) mistakes.add(path + ".id", "write an id that no other survey has");
  }
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return list;
}

}  // namespace alongside::feedback
