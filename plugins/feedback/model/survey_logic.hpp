// SurveyLogic: a definition with its conditions read, and what follows from answers: which pages and
// questions show, what is still to be answered, what is wrong. Made once a definition by the screen
// that asks, by the server that receives, and by `council-api survey evaluate`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/response.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

enum class AnswerFault : std::uint8_t { Required, NotAChoice, WrongKind, TooLong, NotAQuestion };
constexpr std::string_view name_of(AnswerFault fault) {
  constexpr std::string_view names[] = {"required", "not_a_choice", "wrong_kind", "too_long", "not_a_question"};
  return names[static_cast<unsigned>(fault)];
}

struct AnswerMistake {
  std::string question;
  AnswerFault fault = AnswerFault::Required;
  bool operator==(const AnswerMistake&) const = default;
};

struct SurveyState {
  std::vector<std::vector<const Question*>> pages;  // the visible ones, with their visible questions
  std::vector<std::string> required;                // visible, must be answered, and are not
  std::vector<AnswerMistake> mistakes;
  Answers data;  // without what belongs to a question that does not show

  // In the order in which they are asked.
  std::vector<const Question*> questions() const;
};

class SurveyLogic {
 public:
  // InvalidInput names each mistake with its place: a name twice, a condition that does not parse …
  static Result<SurveyLogic> create(Definition definition);

  const Definition& definition() const { return definition_; }
  const Question* find(std::string_view name) const;
  SurveyState state(const Answers& answers, const PassedQuestions& passed = {}) const;
  // What the server stores of a response: InvalidInput if it cannot be one of this survey's.
  Result<Response> accept(Response response) const;

 private:
  explicit SurveyLogic(Definition definition) : definition_(std::move(definition)) {}
  using Condition = std::optional<Expression>;
  struct PageConditions {
    Condition page;
    std::vector<Condition> questions;
  };
  Definition definition_;
  std::vector<PageConditions> conditions_;  // as the pages stand
};

// What is wrong with an answer to a question, if anything.
std::optional<AnswerFault> fault_of(const Question& question, const Value& value);

}  // namespace alongside::feedback
