#include "plugins/feedback/api/question_file.hpp"

#include "app/base/utf8.hpp"
#include "app/server/json_fields.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/expression.hpp"

#include <optional>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonKind;
using server::JsonMistakes;
using server::JsonValue;

constexpr std::size_t most_words = 2000;
constexpr std::string_view words_rule = "write words, or {\"default\": \"words\", \"cy\": \"geiriau\"}";

bool is_good(const JsonValue* value) {
  return value->is(JsonKind::Text) && value->text.size() <= most_words && is_text(value->text);
}

std::optional<QuestionType> type_named(std::string_view name) {
  for (const QuestionType type : {QuestionType::Radiogroup, QuestionType::Checkbox, QuestionType::Rating,
                                  QuestionType::Comment, QuestionType::Boolean}) {
    if (name_of(type) == name) return type;
  }
  return std::nullopt;
}

bool flag(JsonFields& fields, std::string_view key) {
  const JsonValue* value = fields.optional(key);
  if (value == nullptr) return false;
  if (!value->is(JsonKind::Boolean)) fields.mistake(key, "write true or false");
  return value->boolean;
}

AnswerChoice read_choice(const JsonValue& json, const std::string& path, JsonMistakes& mistakes) {
  AnswerChoice choice;
  if (json.is(JsonKind::Object)) {
    JsonFields fields(json, path, mistakes);
    if (const JsonValue* value = fields.optional("value")) choice.value = value_of_json(*value);
    choice.text = words(fields, "text");
    fields.finish();
  } else {
    choice.value = value_of_json(json);
  }
  if (choice.text.en.empty()) choice.text.en = text_of(choice.value);
  return choice;
}

void read_choices(JsonFields& fields, std::string_view key, Question& question, JsonMistakes& mistakes) {
  std::size_t index = 0;
  for (const JsonValue& item : fields.array(key, 1, Definition::most_choices)) {
    const std::string path = fields.path_of(key) + "[" + std::to_string(index++) + "]";
    question.choices.push_back(read_choice(item, path, mistakes));
  }
}

std::int64_t whole(JsonFields& fields, std::string_view key, std::int64_t otherwise, server::NumberRule rule) {
  const JsonValue* value = fields.optional(key);
  if (value == nullptr) return otherwise;
  const bool fits = value->is(JsonKind::Integer) && value->real >= rule.least && value->real <= rule.most;
  if (!fits) fields.mistake(key, "write a whole number from 0 to 20");
  return fits ? value->integer : otherwise;
}

void read_rating(JsonFields& fields, Question& question, const JsonValue& json, JsonMistakes& mistakes) {
  const std::string look = fields.optional_text("rateType");
  question.look = look == "smileys" ? RatingLook::Faces : RatingLook::Numbers;
  if (!look.empty() && look != "smileys" && look != "labels") fields.mistake("rateType", "write smileys or labels");
  question.lowest = words(fields, "minRateDescription");
  question.highest = words(fields, "maxRateDescription");
  if (json.find("rateValues") != nullptr) {
    read_choices(fields, "rateValues", question, mistakes);
    return;
  }
  const std::int64_t least = whole(fields, "rateMin", 1, {0, 20});
  const std::int64_t count = whole(fields, "rateCount", 5, {2, 20});
  const std::int64_t most = whole(fields, "rateMax", least + count - 1, {1, 20});
  for (std::int64_t number = least; number <= most; ++number) {
    question.choices.push_back({Value::of_number(static_cast<double>(number)), {std::to_string(number), {}}, {}});
  }
}

AnswerChoice boolean_side(JsonFields& fields, std::string_view label, std::string_view value, bool truth) {
  AnswerChoice choice{Value::of_truth(truth), words(fields, label), {}};
  if (const JsonValue* given = fields.optional(value)) choice.value = value_of_json(*given);
  if (choice.text.en.empty()) choice.text = truth ? wire::Bilingual{"Yes", "Ydy"} : wire::Bilingual{"No", "Nac ydy"};
  return choice;
}

void read_kind(JsonFields& fields, Question& question, const JsonValue& json, JsonMistakes& mistakes) {
  switch (question.type) {
    case QuestionType::Radiogroup:
    case QuestionType::Checkbox: read_choices(fields, "choices", question, mistakes); break;
    case QuestionType::Rating: read_rating(fields, question, json, mistakes); break;
    case QuestionType::Boolean:
      question.choices.push_back(boolean_side(fields, "labelTrue", "valueTrue", true));
      question.choices.push_back(boolean_side(fields, "labelFalse", "valueFalse", false));
      break;
    case QuestionType::Comment:
      question.most_letters = static_cast<std::uint32_t>(
          json.find("maxLength") == nullptr
              ? 0
              : fields.integer("maxLength", {1, static_cast<double>(Definition::most_letters)}));
      fields.optional("rows");  // how tall the box is; ours grows by itself
      break;
  }
}

Question read_question(const JsonValue& json, const std::string& path, JsonMistakes& mistakes) {
  JsonFields fields(json, path, mistakes);
  Question question;
  const std::string type = fields.text("type");
  question.name = fields.text("name", {Definition::most_name_bytes, "give the question a name"});
  const auto known = type_named(type);
  if (!known) {
    fields.mistake("type", "we can ask radiogroup, checkbox, rating, comment and boolean");
    return question;
  }
  question.type = *known;
  question.title = words(fields, "title");
  if (question.title.en.empty()) question.title.en = question.name;
  question.description = words(fields, "description");
  question.is_required = flag(fields, "isRequired");
  question.visible_if =
      fields.optional_text("visibleIf", {Expression::most_bytes, "keep a condition under 10,000 characters"});
  read_kind(fields, question, json, mistakes);
  fields.finish();
  return question;
}

}  // namespace

wire::Bilingual words(JsonFields& fields, std::string_view key) {
  const JsonValue* value = fields.optional(key);
  if (value == nullptr) return {};
  if (is_good(value)) return {value->text, {}};
  wire::Bilingual both;
  if (!value->is(JsonKind::Object)) fields.mistake(key, words_rule);
  for (const auto& [language, text] : value->members) {
    if (!is_good(&text)) fields.mistake(key, words_rule);
    if (language == "cy") {
      both.cy = text.text;
    } else if (language == "default" || language == "en") {
      both.en = text.text;
    } else {
      fields.mistake(key, "write default (English) and cy (Welsh) alone");
    }
  }
  return both;
}

std::vector<Question> read_questions(JsonFields& fields, JsonMistakes& mistakes) {
  std::vector<Question> questions;
  std::size_t index = 0;
  for (const JsonValue& item : fields.array("elements", 0, Definition::most_questions)) {
    const std::string path = fields.path_of("elements") + "[" + std::to_string(index++) + "]";
    questions.push_back(read_question(item, path, mistakes));
  }
  return questions;
}

}  // namespace alongside::feedback
