#include "plugins/feedback/model/said_before.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

bool is_answered(const Answers& answers, const std::string& name) {
  const auto found = answers.find(name);
  return found != answers.end() && !found->second.is_empty();
}

}  // namespace

bool is_at_odds(const Form& form, const Response& before, const Response& now) {
  const auto is_other = [&](const auto& said) {
    return is_answered(before.answers, said.first) && before.answers.at(said.first) != said.second;
  };
  const auto is_passed_now = [&](const FormElement& element) {
    return now.passed.contains(element.name) && is_answered(before.answers, element.value_name);
  };
  const bool is_how_other =
      before.how != HowAnswered::NotSaid && now.how != HowAnswered::NotSaid && before.how != now.how;
  return is_how_other || std::ranges::any_of(now.answers, is_other) ||
         std::ranges::any_of(form.elements, is_passed_now);
}

Response joined(const Form& form, Response before, const Response& now, Holds holds) {
  const bool is_now = holds == Holds::Now;
  for (const auto& [name, value] : now.answers) {
    if (is_now || !is_answered(before.answers, name)) before.answers.insert_or_assign(name, value);
  }
  for (const FormElement& element : form.elements) {
    const auto passed = now.passed.find(element.name);
    if (passed != now.passed.end() && is_now) before.answers.erase(element.value_name);
    if (passed != now.passed.end() && !is_answered(before.answers, element.value_name))
      before.passed.insert_or_assign(element.name, passed->second);
    else if (is_answered(now.answers, element.value_name))
      before.passed.erase(element.name);
  }
  if (now.how != HowAnswered::NotSaid && (is_now || before.how == HowAnswered::NotSaid)) before.how = now.how;
  return before;
}

}  // namespace alongside::feedback
