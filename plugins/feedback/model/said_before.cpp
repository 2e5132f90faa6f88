#include "plugins/feedback/model/said_before.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

bool is_answered(const Answers& answers, const std::string& name) {
  const auto found = answers.find(name);
  return found != answers.end() && !found->second.is_empty();
}

// What of it is not as it was seen.
Response unseen(Response there, const Response& seen) {
  std::erase_if(there.answers, [&seen](const auto& said) {
    const auto found = seen.answers.find(said.first);
    return found != seen.answers.end() && found->second == said.second;
  });
  if (there.how == seen.how) there.how = HowAnswered::NotSaid;
  return there;
}

}  // namespace

bool is_at_odds(const Form& form, const Response& before, const Response& now, const Response& seen) {
  const Response news = unseen(before, seen);
  const auto is_other = [&](const auto& said) {
    return is_answered(news.answers, said.first) && news.answers.at(said.first) != said.second;
  };
  const auto is_passed_now = [&](const FormElement& element) {
    return now.passed.contains(element.name) && is_answered(news.answers, element.value_name);
  };
  const bool is_how_other = news.how != HowAnswered::NotSaid && now.how != HowAnswered::NotSaid && news.how != now.how;
  return is_how_other || std::ranges::any_of(now.answers, is_other) ||
         std::ranges::any_of(form.elements, is_passed_now);
}

Response joined(const Form& form, Response before, const Response& now, const Response& seen, Holds holds) {
  const Response news = holds == Holds::Now ? Response() : unseen(before, seen);
  for (const auto& [name, value] : now.answers) {
    if (!is_answered(news.answers, name)) before.answers.insert_or_assign(name, value);
  }
  for (const FormElement& element : form.elements) {
    const auto passed = now.passed.find(element.name);
    const bool is_passed = passed != now.passed.end();
    if (is_passed && !is_answered(news.answers, element.value_name)) before.answers.erase(element.value_name);
    if (is_passed && !is_answered(before.answers, element.value_name))
      before.passed.insert_or_assign(element.name, passed->second);
    else if (is_answered(now.answers, element.value_name))
      before.passed.erase(element.name);
  }
  if (now.how != HowAnswered::NotSaid && news.how == HowAnswered::NotSaid) before.how = now.how;
  return before;
}

}  // namespace alongside::feedback
