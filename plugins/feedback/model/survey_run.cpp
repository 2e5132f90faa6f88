#include "plugins/feedback/model/survey_run.hpp"

#include "plugins/feedback/model/answer_fit.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

// "pets" and what is inside it, "pets[0].name".
bool is_at(std::string_view place, std::string_view name) {
  return place == name || (place.starts_with(name) && place.size() > name.size() && place[name.size()] == '[');
}

bool is_answered(const FormElement& element) {
  return !holds_others(element.type) && !is_shown_only(element.type) && element.type != FormType::Expression;
}

// Without what is empty, and without the words beside "other" where that is not chosen.
Answers tidied(const Form& form, Answers answers) {
  const Value other = Value::of_text("other");
  for (const FormElement& element : form.elements) {
    if (!element.choices || !element.choices->has_other) continue;
    const auto found = answers.find(element.value_name);
    const bool is_chosen =
        found != answers.end() &&
        (found->second == other || std::ranges::find(found->second.items, other) != found->second.items.end());
    if (!is_chosen) answers.erase(words_beside(element.value_name));
  }
  std::erase_if(answers, [](const auto& answer) { return answer.second.is_empty(); });
  return answers;
}

}  // namespace

SurveyRun::SurveyRun(std::shared_ptr<const Form> form, const Answers& answers, double now)
    : form_(std::move(form)), run_(*form_, now) {
  if (!answers.empty()) run_.take(answers);
}

bool SurveyRun::is_question(std::size_t at) const { return is_answered(element(at)); }

std::vector<std::size_t> SurveyRun::questions() const {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < form_->elements.size(); ++i) {
    if (is_question(i) && run_.shows(i)) shown.push_back(i);
  }
  return shown;
}

// What is only read goes with the question after it, or with the last one of its page.
std::vector<SurveyRun::Step> SurveyRun::steps() const {
  std::vector<Step> steps;
  bool is_open = false;  // the last step still takes what comes
  for (std::size_t i = 0; i < form_->elements.size(); ++i) {
    const bool is_page = element(i).type == FormType::Page;
    if (is_page && form_->at_once != AskAtOnce::Everything) is_open = false;
    if (holds_others(element(i).type) || !run_.shows(i)) continue;
    if (!is_open) steps.emplace_back();
    steps.back().push_back(i);
    is_open = form_->at_once != AskAtOnce::OneThing || !is_question(i);
  }
  return steps;
}

bool SurveyRun::is_passed(const FormMistake& mistake, const PassedQuestions& passed) const {
  for (std::size_t i = 0; i < form_->elements.size(); ++i) {
    if (!is_question(i) || !passed.contains(element(i).name)) continue;
    if (is_at(mistake.place, element(i).name)) return true;
    for (std::size_t up = element(i).parent; up != FormElement::nowhere; up = element(up).parent) {
      if (mistake.fault == FormFault::OneAnswer && mistake.place == element(up).name) return true;
    }
  }
  return false;
}

std::vector<FormMistake> SurveyRun::mistakes(const PassedQuestions& passed) const {
  std::vector<FormMistake> mistakes = run_.mistakes();
  std::erase_if(mistakes, [&](const FormMistake& mistake) { return is_passed(mistake, passed); });
  return mistakes;
}

// Whether it is the last question that shows in the panel of that name: there a panel without an answer is told.
bool SurveyRun::is_last_in(std::size_t at, std::string_view panel) const {
  const auto is_in = [&](std::size_t question) {
    std::size_t up = element(question).parent;
    while (up != FormElement::nowhere && element(up).name != panel) up = element(up).parent;
    return up != FormElement::nowhere;
  };
  const std::vector<std::size_t> shown = questions();
  const auto last = std::find_if(shown.rbegin(), shown.rend(), is_in);
  return last != shown.rend() && *last == at;
}

std::vector<FormMistake> SurveyRun::mistakes_in(const Step& step, const PassedQuestions& passed) const {
  std::vector<FormMistake> found;
  for (const FormMistake& mistake : mistakes(passed)) {
    for (const std::size_t at : step) {
      if (is_at(mistake.place, element(at).name)) found.push_back(mistake);
      if (mistake.fault == FormFault::OneAnswer && is_last_in(at, mistake.place)) {
        found.push_back({element(at).name, FormFault::Required, 0});
      }
    }
  }
  for (const std::size_t at : step) {
    const bool is_bad = is_question(at) && !run_.is_blank(at) && !fits(element(at), run_.value_of(at));
    if (is_bad && found.empty()) {
      const bool is_number = element(at).counts_numbers || element(at).type == FormType::Slider;
      found.push_back({element(at).name, is_number ? FormFault::NotANumber : FormFault::Validator, 0});
    }
  }
  return found;
}

// Where an answer that does not show decides what else does, all of them go, so that the council's own run of the
// survey comes to the same end.
Answers SurveyRun::data() const {
  Answers data = tidied(*form_, run_.data());
  const SurveyRun again(form_, data, run_.now());
  return tidied(*form_, again.run_.data()) == data ? data : tidied(*form_, run_.values());
}

namespace {

bool has_words_beside(const FormElement& element) { return element.choices && element.choices->has_other; }

Result<void> check_names(const Form& form, Answers& answers) {
  for (const CalculatedValue& calculated : form.calculated) answers.erase(calculated.name);
  for (const auto& [name, value] : answers) {
    const auto is_it = [&](const FormElement& element) {
      if (!is_answered(element) && element.type != FormType::Expression) return false;
      if (element.value_name == name) return fits(element, value);
      return has_words_beside(element) && words_beside(element.value_name) == name && value.kind == ValueKind::Text &&
             value.text.size() <= most_letters;
    };
    if (std::ranges::none_of(form.elements, is_it)) {
      return Error{ErrorCode::InvalidInput, name + ": this is no answer to any question"};
    }
  }
  return {};
}

}  // namespace

Result<Response> accept(const std::shared_ptr<const Form>& form, Response response, double now) {
  ALONGSIDE_TRY(check_names(*form, response.answers));
  const SurveyRun run(form, response.answers, now);
  const auto mistakes = run.mistakes(response.passed);
  if (!mistakes.empty()) {
    const FormMistake& first = mistakes.front();
    return Error{ErrorCode::InvalidInput, first.place + ": " + std::string(name_of(first.fault))};
  }
  response.answers = tidied(*form, run.run().data());
  std::erase_if(response.passed, [&](const auto& passed) {
    const auto asked = run.questions();
    const auto is_it = [&](std::size_t at) {
      return run.element(at).name == passed.first && !response.answers.contains(run.element(at).value_name);
    };
    return std::ranges::none_of(asked, is_it);
  });
  return response;
}

}  // namespace alongside::feedback
