#include "plugins/feedback/model/pages_form.hpp"

#include "plugins/feedback/model/coerce.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

const Error not_a_form{ErrorCode::InvalidInput, "this is no survey that can be asked"};

FormWords words_of(const wire::Bilingual& words) { return {words.en, words.cy, {}, {}}; }

bool condition(const std::string& text, std::optional<Expression>& to) {
  if (text.empty()) return true;
  auto parsed = parse_expression(text);
  if (auto* expression = std::get_if<Expression>(&parsed)) to = std::move(*expression);
  return to.has_value();
}

FormType type_of(QuestionType type) {
  switch (type) {
    case QuestionType::Radiogroup: return FormType::Radiogroup;
    case QuestionType::Checkbox: return FormType::Checkbox;
    case QuestionType::Rating: return FormType::Rating;
    case QuestionType::Comment: return FormType::Comment;
    case QuestionType::Boolean: break;
  }
  return FormType::Boolean;
}

std::shared_ptr<const FormChoiceSet> choices_of(const Question& question) {
  const bool is_many = question.type == QuestionType::Checkbox;
  if (!is_many && question.type != QuestionType::Radiogroup) return nullptr;
  auto set = std::make_shared<FormChoiceSet>();
  for (const AnswerChoice& choice : question.choices) set->choices.push_back({choice.value, {}, {}, false});
  set->choosing = is_many ? Choosing::SeveralRemembered : Choosing::One;
  return set;
}

Result<FormElement> element_of(const Question& question, std::uint32_t page) {
  FormElement element;
  element.type = type_of(question.type);
  element.name = element.value_name = question.name;
  element.found_as = lower_case(question.name);
  element.parent = page;
  element.is_required = question.is_required;
  if (!condition(question.visible_if, element.visible_if)) return not_a_form;
  element.choices = choices_of(question);
  FormFace& face = element.face;
  face.title = words_of(question.title);
  face.description = words_of(question.description);
  for (const AnswerChoice& choice : question.choices) {
    face.options.push_back({choice.value, words_of(choice.text), {}, {}, false});
  }
  face.look = question.look;
  face.lowest = words_of(question.lowest);
  face.highest = words_of(question.highest);
  face.most_letters = question.most_letters;
  return element;
}

Result<Form> form_of_pages(const Definition& definition) {
  Form form;
  form.title = words_of(definition.title);
  for (const SurveyPage& page : definition.pages) {
    FormElement element;
    const auto at = static_cast<std::uint32_t>(form.elements.size());
    element.type = FormType::Page;
    element.name = page.name;
    element.face.title = words_of(page.title);
    if (!condition(page.visible_if, element.visible_if)) return not_a_form;
    form.elements.push_back(std::move(element));
    for (const Question& question : page.questions) {
      form.elements.push_back(ALONGSIDE_TRY(element_of(question, at)));
    }
  }
  return form;
}

}  // namespace

Result<Form> whole_form(const Definition& definition) {
  return definition.form.elements.empty() ? form_of_pages(definition) : Result<Form>(definition.form);
}

Result<std::shared_ptr<const Form>> survey_form(const Definition& definition) {
  return survey_form(ALONGSIDE_TRY(whole_form(definition)));
}

}  // namespace alongside::feedback
