#include "plugins/feedback/api/try_survey.hpp"

#include "app/server/json_reader.hpp"
#include "app/server/log.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/model/survey_logic.hpp"

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

std::string json_of(const AnswerMistake& mistake) {
  return "{\"question\":" + json_text(mistake.question) + ",\"error\":" + json_text(name_of(mistake.fault)) + "}";
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

Result<std::string> try_survey(const server::JsonValue& definition, const server::JsonValue& answers) {
  if (!answers.is(server::JsonKind::Object)) return Error{ErrorCode::InvalidInput, "the answers are no JSON object"};
  const SurveyLogic logic =
      ALONGSIDE_TRY(SurveyLogic::create(ALONGSIDE_TRY(parse_definition(definition, Purpose::Trying))));
  Answers given;
  for (const auto& [name, value] : answers.members) given.emplace(name, value_of_json(value));
  const SurveyState state = logic.state(given);
  std::string out = "{\"pages\":" + list(state.pages, [](const auto& page) {
                      return list(page, [](const Question* question) { return json_text(question->name); });
                    });
  out += ",\"required\":" + list(state.required, [](const std::string& name) { return json_text(name); });
  out += ",\"errors\":" + list(state.mistakes, [](const AnswerMistake& mistake) { return json_of(mistake); });
  return out + ",\"data\":" + json_of(state.data) + "}\n";
}

}  // namespace alongside::feedback
