#include "plugins/feedback/api/try_survey.hpp"

#include "app/base/clock.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/log.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/model/survey_run.hpp"

namespace alongside::feedback {
namespace {

using server::json_text;

// [a,b,c] of whatever `write` makes of each item.
template <class Items, class Write>
std::string list(const Items& items, Write write) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += write(item);
  }
  return out + "]";
}

std::string json_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::None:
    case ValueKind::Null: return "null";
    case ValueKind::Text: return json_text(value.text);
    case ValueKind::Number: return text_of_number(value.number);
    case ValueKind::Truth: return value.truth ? "true" : "false";
    case ValueKind::List: return list(value.items, [](const Value& item) { return json_of(item); });
    case ValueKind::Moment: return json_text(day_of_moment(value.number));
    case ValueKind::Map: break;
  }
  std::string out = "{";
  for (std::size_t i = 0; i < value.entries(); ++i) {
    if (i > 0) out += ',';
    out += json_text(value.names[i]) + ":" + json_of(value.items[i]);
  }
  return out + "}";
}

std::string json_of(const FormMistake& mistake) {
  return "{\"question\":" + json_text(mistake.place) + ",\"error\":" + json_text(name_of(mistake.fault)) + "}";
}

std::string json_of(const Answers& answers) {
  std::string out = "{";
  for (const auto& [name, value] : answers) {
    if (out.size() > 1) out += ',';
    out += json_text(name) + ":" + json_of(value);
  }
  return out + "}";
}

}  // namespace

Result<std::string> try_survey(const server::JsonValue& definition, const server::JsonValue& answers, double now) {
  if (!answers.is(server::JsonKind::Object)) return Error{ErrorCode::InvalidInput, "the answers are no JSON object"};
  const auto form = std::make_shared<const Form>(ALONGSIDE_TRY(read_form(definition)));
  SurveyRun survey(form, {}, now);
  for (const auto& [name, value] : answers.members) survey.answer(name, value_of_json(value));
  std::vector<std::vector<std::string>> pages;
  std::vector<std::string> required;
  for (std::size_t i = 0; i < form->elements.size(); ++i) {
    const FormElement& element = form->elements[i];
    if (element.type == FormType::Page) pages.emplace_back();
    if (holds_others(element.type) || !survey.run().shows(i)) continue;
    pages.back().push_back(element.name);
    const bool is_missing = survey.run().must_be_answered(i) && survey.run().is_blank(i);
    if (is_missing && survey.is_question(i)) required.push_back(element.name);
  }
  std::erase_if(pages, [](const auto& page) { return page.empty(); });
  std::string out = "{\"pages\":" + list(pages, [](const auto& page) { return list(page, json_text); });
  out += ",\"required\":" + list(required, json_text);
  out += ",\"errors\":" + list(survey.mistakes({}), [](const FormMistake& mistake) { return json_of(mistake); });
  return out + ",\"data\":" + json_of(survey.run().data()) + "}\n";
}

}  // namespace alongside::feedback
