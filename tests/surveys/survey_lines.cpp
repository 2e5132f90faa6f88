// Our half of the oracle: a case a line on standard input, our result a line on standard output.
//   {"expression": "…", "values": {…}, "now": 1795348800000}  →  {"value": …} or {"fault": 7}
// tests/surveys/oracle.mjs gives survey-core the same cases and compares.
#include "app/server/json_reader.hpp"
#include "app/server/log.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "plugins/feedback/model/pattern.hpp"
#include "tests/surveys/tagged_json.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

using namespace alongside;
using namespace alongside::feedback;

std::string expression_result(const server::JsonValue& line) {
  const auto parsed = parse_expression(line.text_at("expression"));
  if (const auto* fault = std::get_if<ExpressionFault>(&parsed)) {
    return "{\"fault\":" + std::to_string(fault->at) + "}";
  }
  Answers answers;
  for (const auto& [name, value] : line.find("values")->members) answers.emplace(name, value_of_json(value));
  const Value value = evaluate(std::get<Expression>(parsed), AnswerScope(answers, line.find("now")->real));
  return "{\"value\":" + testing::tagged_json(value) + "}";
}

// {"pattern": "…", "ignoresCase": false, "text": "…"}  →  {"value": true} or {"fault": 7}
std::string pattern_result(const server::JsonValue& line) {
  const LetterCase letter_case = line.find("ignoresCase")->boolean ? LetterCase::Ignored : LetterCase::Counts;
  const auto parsed = Pattern::parse(line.text_at("pattern"), letter_case);
  if (const auto* fault = std::get_if<PatternFault>(&parsed)) return "{\"fault\":" + std::to_string(fault->at) + "}";
  switch (std::get<Pattern>(parsed).find_in(line.text_at("text"))) {
    case Pattern::Found::Yes: return "{\"value\":true}";
    case Pattern::Found::No: return "{\"value\":false}";
    case Pattern::Found::TooLong: break;
  }
  return "{\"value\":\"too long\"}";
}

template <class Names>
Value list_of(const Names& names) {
  Value list = Value::of_list({});
  for (const std::string& name : names) list.items.push_back(Value::of_text(name));
  return list;
}

// The words that survey-core has for all mistakes but those that have a name of their own.
std::string mistake_words(const FormMistake& mistake) {
  constexpr FormFault named[] = {FormFault::Required, FormFault::OneAnswer,  FormFault::NotANumber,
                                 FormFault::EachRow,  FormFault::TooFewRows, FormFault::SameTwice};
  const bool is_named = std::ranges::find(named, mistake.fault) != std::end(named);
  return mistake.place + " " + std::string(name_of(is_named ? mistake.fault : FormFault::Validator));
}

// Questions that show, may not be changed and must be answered.
struct States {
  std::vector<std::string> shown, read_only, required;

  void add(const FormPart& part, std::size_t at) {
    const FormElement& element = part.elements()[at];
    if (part.shows(at)) shown.push_back(part.place_of(at));
    if (is_shown_only(element.type)) return;
    if (!part.may_be_changed(at)) read_only.push_back(part.place_of(at));
    if (part.must_be_answered(at)) required.push_back(part.place_of(at));
  }

  // The questions in each row or panel, as far as itself goes.
  void add_inside(const FormPart& part) {
    for (std::size_t i = 0; i < part.elements().size(); ++i) {
      if (part.list_of(i) == nullptr) continue;
      for (const auto& item : part.list_of(i)->items()) {
        if (!item->is_visible) continue;
        for (std::size_t inner = 0; inner < item->elements().size(); ++inner) {
          if (!holds_others(item->elements()[inner].type)) add(*item, inner);
        }
        add_inside(*item);
      }
    }
  }

  Value as_value() const {
    Value value = Value::of_map();
    value.set("shown", list_of(shown));
    value.set("readOnly", list_of(read_only));
    value.set("required", list_of(required));
    return value;
  }
};

Value state_of(const Form& form, const FormRun& run) {
  std::vector<std::string> mistakes;
  States outer, inner;
  Value pages = Value::of_list({});
  for (std::size_t i = 0; i < form.elements.size(); ++i) {
    const FormElement& element = form.elements[i];
    if (element.type == FormType::Page) pages.items.push_back(Value::of_list({}));
    if (holds_others(element.type)) continue;
    if (run.shows(i)) pages.items.back().items.push_back(Value::of_text(element.name));
    outer.add(run, i);
  }
  std::erase_if(pages.items, [](const Value& page) { return page.items.empty(); });
  inner.add_inside(run);
  for (const FormMistake& mistake : run.mistakes()) mistakes.push_back(mistake_words(mistake));
  std::ranges::sort(mistakes);
  Value state = outer.as_value();
  state.set("pages", std::move(pages));
  state.set("inside", inner.as_value());
  state.set("mistakes", list_of(mistakes));
  return state;
}

// {"definition": {…}, "answers": [["name", value], …], "now": …}  →  {"value": {"pages": …}} or {"refused": "…"}
std::string survey_result(const server::JsonValue& line) {
  const auto form = read_form(*line.find("definition"));
  if (!form.ok()) return "{\"refused\":" + server::json_text(form.error().detail) + "}";
  FormRun run(form.value(), line.find("now")->real);
  for (const auto& answer : line.find("answers")->items)
    run.answer(answer.items[0].text, value_of_json(answer.items[1]));
  Value state = state_of(form.value(), run);
  Value data = Value::of_map(), variables = Value::of_map();
  for (const auto& [name, value] : run.data()) data.set(name, value);
  for (const CalculatedValue& calculated : form.value().calculated) {
    const auto found = run.variables().find(lower_case(calculated.name));
    variables.set(calculated.name, found == run.variables().end() ? Value() : found->second);
  }
  state.set("data", std::move(data));
  state.set("variables", std::move(variables));
  return "{\"value\":" + testing::tagged_json(state) + "}";
}

std::string result(const server::JsonValue& line) {
  if (line.find("definition") != nullptr) return survey_result(line);
  return line.find("pattern") != nullptr ? pattern_result(line) : expression_result(line);
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto json = server::read_json(line);
    if (!json.ok()) {
      std::fprintf(stderr, "survey_lines: %s\n", json.error().detail.c_str());
      return 1;
    }
    std::cout << result(json.value()) << '\n';
  }
  return 0;
}
