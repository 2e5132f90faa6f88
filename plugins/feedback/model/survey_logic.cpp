#include "plugins/feedback/model/survey_logic.hpp"

#include "plugins/feedback/model/definition_check.hpp"
#include "plugins/feedback/model/evaluate.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

std::optional<Expression> condition(const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto parsed = parse_expression(text);
  Expression* expression = std::get_if<Expression>(&parsed);
  return expression == nullptr ? std::optional<Expression>() : std::move(*expression);
}

// As in SurveyJS, 1 or some words are not enough: only what is true itself shows a question.
bool shows(const std::optional<Expression>& condition, const Answers& answers) {
  if (!condition) return true;
  const Value value = evaluate(*condition, answers);
  return value.kind == ValueKind::Truth && value.truth;
}

bool has_answer(const Answers& answers, const std::string& name) {
  const auto found = answers.find(name);
  return found != answers.end() && !found->second.is_empty();
}

void check_answer(SurveyState& state, const Question& question, const Answers& answers, bool is_passed) {
  if (has_answer(answers, question.name)) {
    if (const auto fault = fault_of(question, answers.at(question.name))) {
      state.mistakes.push_back({question.name, *fault});
    }
  } else if (question.is_required && !is_passed) {
    state.required.push_back(question.name);
    state.mistakes.push_back({question.name, AnswerFault::Required});
  }
}

}  // namespace

std::vector<const Question*> SurveyState::questions() const {
  std::vector<const Question*> all;
  for (const auto& page : pages) all.insert(all.end(), page.begin(), page.end());
  return all;
}

Result<SurveyLogic> SurveyLogic::create(Definition definition) {
  ALONGSIDE_TRY(check_definition(definition));
  SurveyLogic logic(std::move(definition));
  for (const SurveyPage& page : logic.definition_.pages) {
    PageConditions conditions{condition(page.visible_if), {}};
    for (const Question& question : page.questions) conditions.questions.push_back(condition(question.visible_if));
    logic.conditions_.push_back(std::move(conditions));
  }
  return logic;
}

const Question* SurveyLogic::find(std::string_view name) const {
  for (const SurveyPage& page : definition_.pages) {
    for (const Question& question : page.questions) {
      if (question.name == name) return &question;
    }
  }
  return nullptr;
}

// As in SurveyJS an answer counts in conditions even while its own question does not show; it only
// leaves with the data when it does.
SurveyState SurveyLogic::state(const Answers& answers, const PassedQuestions& passed) const {
  SurveyState state;
  state.data = answers;
  for (std::size_t i = 0; i < definition_.pages.size(); ++i) {
    const SurveyPage& page = definition_.pages[i];
    const bool page_shows = shows(conditions_[i].page, answers);
    std::vector<const Question*> visible;
    for (std::size_t j = 0; j < page.questions.size(); ++j) {
      const Question& question = page.questions[j];
      if (!page_shows || !shows(conditions_[i].questions[j], answers)) {
        state.data.erase(question.name);
        continue;
      }
      visible.push_back(&question);
      check_answer(state, question, answers, passed.contains(question.name));
    }
    if (!visible.empty()) state.pages.push_back(std::move(visible));
  }
  return state;
}

Result<Response> SurveyLogic::accept(Response response) const {
  for (const auto& [name, value] : response.answers) {
    if (find(name) == nullptr) return Error{ErrorCode::InvalidInput, "an answer belongs to no question"};
  }
  SurveyState state = this->state(response.answers, response.passed);
  if (!state.mistakes.empty()) {
    const AnswerMistake& first = state.mistakes.front();
    return Error{ErrorCode::InvalidInput, first.question + ": " + std::string(name_of(first.fault))};
  }
  std::erase_if(state.data, [](const auto& answer) { return answer.second.is_empty(); });
  std::erase_if(response.passed, [&state](const auto& passed) {
    const auto asked = state.questions();
    return state.data.contains(passed.first) ||
           std::ranges::none_of(asked, [&passed](const Question* question) { return question->name == passed.first; });
  });
  response.answers = std::move(state.data);
  return response;
}

}  // namespace alongside::feedback
