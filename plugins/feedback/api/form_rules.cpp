#include "plugins/feedback/api/form_rules.hpp"

namespace alongside::feedback {
namespace {

// "numeric" and "numericvalidator" are the same.
std::string kind_of(const FormPlace& place, std::string_view ending) {
  std::string kind = place.words("type");
  if (kind.ends_with(ending)) kind.resize(kind.size() - ending.size());
  return kind;
}

std::optional<Pattern> read_pattern(const FormPlace& place) {
  const bool ignores = place.flag("caseInsensitive", place.flag("insensitive", false));
  auto parsed = Pattern::parse(place.words("regex"), ignores ? LetterCase::Ignored : LetterCase::Counts);
  if (auto* pattern = std::get_if<Pattern>(&parsed)) return std::move(*pattern);
  const PatternFault& fault = std::get<PatternFault>(parsed);
  place.mistake("regex", "character " + std::to_string(fault.at + 1) + ": " + fault.what);
  return std::nullopt;
}

}  // namespace

// What SurveyJS takes for an address.
Pattern address_pattern() {
  static constexpr std::string_view address =
      R"(^(([^<>()\[\]\.,;:\s@\"]+(\.[^<>()\[\]\.,;:\s@\"]+)*)|(\".+\"))@(([^<>()=[\]\.,;:\s@\"]+\.)+[^<>()=[\]\.,;:\s@\"]{2,})$)";
  return std::get<Pattern>(Pattern::parse(address, LetterCase::Ignored));
}

namespace {

FormValidator read_validator(const FormPlace& place) {
  using Kind = FormValidator::Kind;
  FormValidator validator;
  const std::string kind = kind_of(place, "validator");
  validator.says = place.localised("text");
  if (kind == "numeric") {
    validator.kind = Kind::Numeric;
    validator.least = place.number("minValue");
    validator.most = place.number("maxValue");
  } else if (kind == "text") {
    validator.least = place.number("minLength");
    validator.most = place.number("maxLength");
    validator.allows_digits = place.flag("allowDigits", true);
  } else if (kind == "answercount") {
    validator.kind = Kind::AnswerCount;
    validator.least = place.number("minCount");
    validator.most = place.number("maxCount");
  } else if (kind == "regex") {
    validator.kind = Kind::Regex;
    if (!place.words("regex").empty()) validator.pattern = read_pattern(place);
  } else if (kind == "email") {
    validator.kind = Kind::Email;
    validator.pattern = address_pattern();
  } else if (kind == "expression") {
    validator.kind = Kind::Expression;
    validator.expression = place.expression("expression").value_or(Expression());
  } else {
    place.mistake("type", "write numeric, text, answercount, regex, email or expression");
  }
  return validator;
}

FormTrigger read_trigger(const FormPlace& place) {
  using Kind = FormTrigger::Kind;
  FormTrigger trigger;
  const std::string kind = kind_of(place, "trigger");
  trigger.expression = place.expression("expression");
  trigger.to = place.words("setToName");
  if (kind == "visible") {
    trigger.kind = Kind::Visible;
    trigger.shown = place.names("pages");
    for (std::string& name : place.names("questions")) trigger.shown.push_back(std::move(name));
  } else if (kind == "setvalue") {
    trigger.kind = Kind::SetValue;
    trigger.value = place.value("setValue");
    trigger.is_variable = place.flag("isVariable", false);
  } else if (kind == "copyvalue") {
    trigger.kind = Kind::CopyValue;
    trigger.from = place.words("fromName");
  } else if (kind == "runexpression") {
    trigger.kind = Kind::RunExpression;
    trigger.run = place.expression("runExpression").value_or(Expression());
  } else if (kind == "skip") {
    trigger.kind = Kind::Skip;
  } else if (kind != "complete") {
    place.mistake("type", "write visible, setvalue, copyvalue, runexpression, skip or complete");
  }
  return trigger;
}

}  // namespace

std::vector<FormValidator> read_validators(const FormPlace& question) {
  std::vector<FormValidator> validators;
  for (const FormPlace& place : question.list("validators")) validators.push_back(read_validator(place));
  return validators;
}

std::vector<FormTrigger> read_triggers(const FormPlace& survey) {
  std::vector<FormTrigger> triggers;
  for (const FormPlace& place : survey.list("triggers")) triggers.push_back(read_trigger(place));
  return triggers;
}

std::vector<CalculatedValue> read_calculated(const FormPlace& survey) {
  std::vector<CalculatedValue> values;
  for (const FormPlace& place : survey.list("calculatedValues")) {
    const std::string name = place.words("name");
    auto expression = place.expression("expression");
    if (name.empty()) place.mistake("name", "give the calculated value a name");
    if (expression) values.push_back({name, std::move(*expression), place.flag("includeIntoResult", false)});
  }
  return values;
}

}  // namespace alongside::feedback
