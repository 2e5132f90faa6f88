#include "plugins/feedback/api/publish_check.hpp"

#include "app/base/utf8.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/model/pages_form.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace alongside::feedback {
namespace {

class PublishCheck {
 public:
  std::string run(const Form& form) {
    for (const FormTrigger& trigger : form.triggers) {
      expression("triggers", trigger.expression);
      expression("triggers", trigger.run);
    }
    for (const CalculatedValue& calculated : form.calculated) expression(calculated.name, calculated.expression);
    elements(form.elements, "");
    if (questions_ == 0) mistake("pages", "ask at least one question");
    if (questions_ > Definition::most_questions) mistake("pages", "ask at most 500 questions");
    return clean_text(report_);  // it is read in a terminal, and a name may have any character in it
  }

 private:
  void elements(const std::vector<FormElement>& elements, const std::string& around) {
    for (const FormElement& element : elements) {
      const std::string place = around.empty() ? element.name : around + "." + element.name;
      conditions(place, element);
      if (element.choices) choices(place, *element.choices);
      if (!holds_others(element.type)) question(place, element);
      if (!element.inner) continue;
      expression(place, element.inner->visible_if);
      for (const FormRow& row : element.inner->rows) {
        expression(place, row.visible_if);
        expression(place, row.enable_if);
      }
      this->elements(element.inner->elements, place);
    }
  }

  void question(const std::string& place, const FormElement& element) {
    if (!is_shown_only(element.type) && element.type != FormType::Expression) ++questions_;
    if (element.name.size() > Definition::most_name_bytes) mistake(place, "keep names under 100 letters");
    switch (element.type) {
      case FormType::File:
      case FormType::SignaturePad: files(place, element); break;
      case FormType::Slider:
        if (element.face.input == "range") mistake(place, "ask for one number; a slider cannot ask for two");
        if (!(element.face.least < element.face.most)) mistake(place, "write a min that is less than max");
        break;
      case FormType::Text: input(place, element.face.input); break;
      case FormType::Boolean:
      case FormType::Rating:
      case FormType::Ranking:
      case FormType::Matrix:
        if (element.face.options.empty()) mistake(place, "write what can be chosen");
        if (element.type == FormType::Matrix && element.face.rows.empty()) mistake(place, "write the rows");
        break;
      case FormType::MultipleText:
        if (element.face.rows.empty()) mistake(place, "write the items");
        for (const FormOption& box : element.face.rows) input(place, box.input);
        break;
      default: break;
    }
    if (element.choices && element.choices->choices.empty() && !element.choices->has_other) {
      mistake(place, "write what can be chosen");
    }
  }

  // What is joined is told by the question it stands under: a row or a panel has no name of its own.
  void files(const std::string& place, const FormElement& element) {
    if (place != element.name) mistake(place, "ask for photos, recordings and signatures outside of rows and panels");
    files_ += most_joined_to(element);
    if (files_ > most_joined) mistake(place, "ask for at most five photos, recordings and signatures (maxFiles)");
  }

  void input(const std::string& place, std::string_view input) {
    constexpr std::string_view known[] = {"", "text", "number", "date", "email", "tel", "url", "time"};
    for (const std::string_view one : known) {
      if (one == input) return;
    }
    mistake(place, "inputType can be text, number, date, email, tel, url or time");
  }

  void conditions(const std::string& place, const FormElement& element) {
    for (const auto* one : {&element.visible_if, &element.enable_if, &element.required_if, &element.set_value_if,
                            &element.set_value_to, &element.reset_value_if, &element.expression}) {
      expression(place, *one);
    }
    for (const FormValidator& validator : element.validators) expression(place, validator.expression);
  }

  void choices(const std::string& place, const FormChoiceSet& set) {
    expression(place, set.visible_if);
    expression(place, set.enable_if);
    for (const FormChoice& choice : set.choices) {
      expression(place, choice.visible_if);
      expression(place, choice.enable_if);
    }
  }

  void expression(const std::string& place, const std::optional<Expression>& one) {
    if (one) expression(place, *one);
  }

  // Whoever answers over midnight would be asked one thing, and the server would expect another.
  void expression(const std::string& place, const Expression& one) {
    if (one.asks_the_time()) mistake(place, "a question cannot depend on today's date yet");
    if (has_condition_in_words(one)) mistake(place, "write the condition of a function over a list without quotes");
    for (const std::string_view name : one.unknown_functions()) {
      mistake(place, "there is no function named " + std::string(name));
    }
  }

  // What comes after the list and the name of a column may be another name, or a condition as it is.
  static bool has_condition_in_words(const Expression& one) {
    using enum ScriptFunction;
    constexpr ScriptFunction over_lists[] = {SumInArray, AvgInArray, CountInArray, MinInArray, MaxInArray};
    for (const ExpressionNode& node : one.nodes) {
      const bool is_over_list = std::ranges::find(over_lists, node.function) != std::end(over_lists);
      for (std::size_t i = 2; is_over_list && i < node.children.size(); ++i) {
        const ExpressionNode& given = one.nodes[node.children[i]];
        const bool is_text = given.op == ExpressionOp::Literal && given.literal.kind == ValueKind::Text;
        const bool is_name = i == 2 && given.literal.text.find_first_of("{}><=!") == std::string::npos;
        const bool is_answer = given.op == ExpressionOp::Question || given.op == ExpressionOp::QuestionAsItIs;
        if (is_answer || given.op == ExpressionOp::Function || (is_text && !is_name)) return true;
      }
    }
    return false;
  }

  void mistake(const std::string& place, const std::string& what) {
    constexpr std::size_t most = 8000;
    if (report_.size() < most) report_ += place + ": " + what + "\n";
  }

  std::size_t questions_ = 0, files_ = 0;
  std::string report_;
};

// What is frozen must come out again as it went in.
std::string frozen_mistake(const Definition& definition) {
  constexpr std::size_t most_bytes = std::size_t{1} << 20;
  const Bytes bytes = wire::encode_payload(definition);
  if (bytes.size() > most_bytes) return "pages: keep the whole survey under 1 MB\n";
  const auto again = wire::decode_payload<Definition>(bytes);
  if (!again.ok()) return "pages: something here cannot be kept, such as null among the values or too much nesting\n";
  return survey_form(again.value()).ok() ? "" : "pages: this survey cannot be asked as it is written\n";
}

}  // namespace

std::string publish_mistakes(const Definition& definition) {
  std::string report = PublishCheck().run(definition.form);
  return report.empty() ? frozen_mistake(definition) : report;
}

}  // namespace alongside::feedback
