#include "plugins/feedback/model/definition_check.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/expression.hpp"

#include <set>

namespace alongside::feedback {
namespace {

class Check {
 public:
  explicit Check(const Definition& definition) : definition_(definition) {}

  Result<void> run() {
    for (const SurveyPage& page : definition_.pages) {
      for (const Question& question : page.questions) named(question);
    }
    if (count_ == 0) mistake("pages", "ask at least one question");
    if (count_ > Definition::most_questions) mistake("pages", "ask at most 500 questions");
    for (const SurveyPage& page : definition_.pages) {
      condition(page.name, page.visible_if);
      for (const Question& question : page.questions) {
        condition(question.name, question.visible_if);
        choices(question);
      }
    }
    if (report_.empty()) return {};
    return Error{ErrorCode::InvalidInput, report_};
  }

 private:
  void named(const Question& question) {
    ++count_;
    if (question.name.empty() || question.name.size() > Definition::most_name_bytes) {
      mistake(question.name, "give the question a name of at most 100 letters");
    }
    if (!names_.insert(lower_case(question.name)).second)
      mistake(question.name, "give each question a name of its own");
    if (question.title.en.empty()) mistake(question.name, "write what you ask");
  }

  void condition(const std::string& of, const std::string& text) {
    if (text.empty()) return;
    const auto parsed = parse_expression(text);
    if (const auto* fault = std::get_if<ExpressionFault>(&parsed)) {
      mistake(of + ".visibleIf", "character " + std::to_string(fault->at + 1) + ": " + fault->what);
      return;
    }
    const Expression& expression = std::get<Expression>(parsed);
    for (const std::string_view asked : expression.questions()) {
      if (!is_known(asked)) mistake(of + ".visibleIf", "there is no question named " + std::string(asked));
    }
    for (const std::string_view function : expression.unknown_functions()) {
      mistake(of + ".visibleIf", "there is no function named " + std::string(function));
    }
    // Whoever answers over midnight would be asked one thing, and the server would expect another.
    if (expression.asks_the_time()) mistake(of + ".visibleIf", "a question cannot depend on today's date yet");
  }

  // "visits[0].place" and "visits.length" are parts of "visits".
  bool is_known(std::string_view asked) const {
    const std::string name = lower_case(asked);
    for (std::size_t end = name.size(); end != std::string::npos && end > 0; end = name.find_last_of(".[", end - 1)) {
      if (names_.contains(name.substr(0, end))) return true;
    }
    return false;
  }

  void choices(const Question& question) {
    const bool wants_choices = question.type != QuestionType::Comment;
    if (wants_choices == question.choices.empty()) mistake(question.name + ".choices", "write what can be chosen");
    if (question.choices.size() > Definition::most_choices) mistake(question.name + ".choices", "at most 200 choices");
    std::set<std::string> seen;
    for (const AnswerChoice& choice : question.choices) {
      const bool is_good = !is_object(choice.value) && !choice.value.is_empty();
      if (!is_good) mistake(question.name + ".choices", "give each choice a value");
      if (!seen.insert(lower_case(text_of(choice.value))).second) {
        mistake(question.name + ".choices", "give each choice a value of its own");
      }
    }
  }

  void mistake(const std::string& where, const std::string& what) {
    constexpr std::size_t most = 8000;
    if (report_.size() < most) report_ += where + ": " + what + "\n";
  }

  const Definition& definition_;
  std::set<std::string> names_;
  std::size_t count_ = 0;
  std::string report_;
};

}  // namespace

Result<void> check_definition(const Definition& definition) { return Check(definition).run(); }

}  // namespace alongside::feedback
