#include "plugins/feedback/model/results/countable_pages.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace alongside::feedback {
namespace {

// No question has this name, so it counts as depending on all of them.
constexpr const char* on_anything = "{*}";

wire::Bilingual bilingual(const FormWords& words) { return {words.en, words.cy}; }

std::optional<QuestionType> counted_as(const FormElement& element) {
  switch (element.type) {
    case FormType::Boolean: return QuestionType::Boolean;
    case FormType::Rating: return QuestionType::Rating;
    case FormType::Comment:
    case FormType::Text: return QuestionType::Comment;
    case FormType::Checkbox:
    case FormType::Dropdown:
    case FormType::ImagePicker:
    case FormType::Radiogroup:
    case FormType::Tagbox: break;
    default: return std::nullopt;
  }
  if (element.choices && element.choices->keeps_unknown) return QuestionType::Comment;
  const bool is_several = chooses_many(element.type) || (element.choices && element.choices->choosing != Choosing::One);
  return is_several ? QuestionType::Checkbox : QuestionType::Radiogroup;
}

void add_names(std::string& names, const std::optional<Expression>& condition) {
  if (!condition) return;
  const auto asked = condition->questions();
  for (const std::string_view name : asked) names.append("{").append(name).append("} ");
  if (asked.empty()) names += on_anything;
}

// Of the question, of what it stands in, and of each thing that can be chosen.
std::string conditions_of(const Form& form, const FormElement& element) {
  std::string names;
  for (const FormElement* at = &element;; at = &form.elements[at->parent]) {
    add_names(names, at->visible_if);
    if (!at->is_visible && !at->visible_if) names += on_anything;  // a trigger may show it
    if (at->parent == FormElement::nowhere) break;
  }
  if (element.choices) {
    add_names(names, element.choices->visible_if);
    for (const FormChoice& choice : element.choices->choices) add_names(names, choice.visible_if);
  }
  const bool has_trigger =
      std::ranges::any_of(form.triggers, [](const FormTrigger& one) { return one.kind == FormTrigger::Kind::Visible; });
  if (has_trigger) names += on_anything;
  return names;
}

Question question_of(const Form& form, const FormElement& element, QuestionType type) {
  Question question;
  question.name = element.value_name;
  question.type = type;
  question.title = bilingual(element.face.title);
  question.look = element.face.look;
  question.lowest = bilingual(element.face.lowest);
  question.highest = bilingual(element.face.highest);
  question.visible_if = conditions_of(form, element);
  if (type == QuestionType::Comment) return question;
  for (const FormOption& option : element.face.options) {
    question.choices.push_back({option.value, bilingual(option.words), {}});
  }
  if (element.choices && element.choices->has_other) {
    const wire::Bilingual words = bilingual(element.face.other);
    question.choices.push_back(
        {Value::of_text("other"), words.en.empty() ? wire::Bilingual{"Something else", "Rhywbeth arall"} : words, {}});
  }
  return question;
}

}  // namespace

std::vector<SurveyPage> countable_pages(const Definition& definition) {
  if (definition.form.elements.empty()) return definition.pages;
  SurveyPage page;
  for (const FormElement& element : definition.form.elements) {
    if (holds_others(element.type)) continue;
    const auto type = counted_as(element);
    const auto is_known = [&](const Question& known) { return known.name == element.value_name; };
    if (!type || std::ranges::any_of(page.questions, is_known)) continue;
    page.questions.push_back(question_of(definition.form, element, *type));
  }
  return {std::move(page)};
}

}  // namespace alongside::feedback
