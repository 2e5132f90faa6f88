// FormPart's mistakes: what is wrong with the answers that show.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {
namespace {

// Blanks alone are no answer.
bool is_blank_value(const Value& value) {
  return value.is_empty() || (value.kind == ValueKind::Text && script_trim(value.text).empty());
}

std::optional<FormFault> numeric_fault(const FormValidator& validator, const Value& value) {
  if (is_blank_value(value)) return std::nullopt;
  const double number = survey_number(value);
  if (std::isnan(number)) return FormFault::NotANumber;
  const bool is_wrong = (validator.least && *validator.least > number) || (validator.most && *validator.most < number);
  return is_wrong ? std::optional(FormFault::Validator) : std::nullopt;
}

std::optional<FormFault> text_fault_of(const FormValidator& validator, const Value& value) {
  if (is_blank_value(value)) return std::nullopt;
  const std::string words = to_words(value);
  const bool ends_in_digit = words.back() >= '0' && words.back() <= '9';
  if (!validator.allows_digits && ends_in_digit) return FormFault::Validator;
  if (value.kind != ValueKind::Text && value.kind != ValueKind::List) return std::nullopt;
  const auto length =
      static_cast<double>(value.kind == ValueKind::List ? value.items.size() : script_length(value.text));
  const bool is_short = validator.least.value_or(0) > 0 && length < *validator.least;
  const bool is_long = validator.most.value_or(0) > 0 && length > *validator.most;
  return is_short || is_long ? std::optional(FormFault::Validator) : std::nullopt;
}

std::optional<FormFault> count_fault(const FormValidator& validator, const Value& value) {
  if (value.kind != ValueKind::List || value.items.empty()) return std::nullopt;
  const auto count = static_cast<double>(value.items.size());
  const bool is_few = validator.least.value_or(0) != 0 && count < *validator.least;
  const bool is_many = validator.most.value_or(0) != 0 && count > *validator.most;
  return is_few || is_many ? std::optional(FormFault::Validator) : std::nullopt;
}

// A pattern that takes too long says nothing: nobody could put such an answer right.
std::optional<FormFault> pattern_fault(const FormValidator& validator, const Value& value) {
  const auto is_wrong = [&validator](const Value& one) {
    return validator.pattern && validator.pattern->find_in(to_words(one)) == Pattern::Found::No;
  };
  if (is_blank_value(value)) return std::nullopt;
  if (value.kind == ValueKind::List && std::ranges::any_of(value.items, is_wrong)) return FormFault::Validator;
  return is_wrong(value) ? std::optional(FormFault::Validator) : std::nullopt;
}

std::optional<FormFault> email_fault(const std::optional<Pattern>& address, const Value& value) {
  if (!address || !counts_as_true(value)) return std::nullopt;
  const bool is_wrong = address->find_in(to_words(value)) == Pattern::Found::No;
  return is_wrong ? std::optional(FormFault::Validator) : std::nullopt;
}

bool is_beyond(const FormElement& element, const Value& value, const Value& limit, bool is_least) {
  if (limit.is_empty() || value.is_empty()) return false;
  const Value ours = element.counts_numbers ? value : Value::of_moment(survey_moment(value));
  const Value theirs = element.counts_numbers ? limit : Value::of_moment(survey_moment(limit));
  return is_least ? loosely_less(ours, theirs) : loosely_less(theirs, ours);
}

}  // namespace

std::optional<FormFault> fault_of(const FormValidator& validator, const Value& value, const Scope& scope) {
  switch (validator.kind) {
    case FormValidator::Kind::Numeric: return numeric_fault(validator, value);
    case FormValidator::Kind::Text: return text_fault_of(validator, value);
    case FormValidator::Kind::AnswerCount: return count_fault(validator, value);
    case FormValidator::Kind::Regex: return pattern_fault(validator, value);
    case FormValidator::Kind::Email: return email_fault(validator.pattern, value);
    case FormValidator::Kind::Expression: break;
  }
  const bool is_good = validator.expression.nodes.empty() || holds(validator.expression, scope);
  return is_good ? std::nullopt : std::optional(FormFault::Validator);
}

void FormPart::add_mistakes(std::vector<FormMistake>& mistakes) const {
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const FormElement& element = elements_[i];
    if (!shows(i) || is_shown_only(element.type)) continue;
    if (holds_others(element.type)) {
      check_container(i, mistakes);
      continue;
    }
    if (const FormList* list = list_of(i)) list->add_mistakes(mistakes);
    check_question(i, mistakes);
  }
}

void FormPart::check_container(std::size_t at, std::vector<FormMistake>& mistakes) const {
  if (states_[at].is_required && may_be_changed(at) && wants_answer_inside(at)) {
    mistakes.push_back({place_of(at), FormFault::OneAnswer, 0});
  }
}

// The answer to a question that hides only because nothing can be chosen in it counts; the question itself does not.
bool FormPart::wants_answer_inside(std::size_t container) const {
  bool has_question = false;
  for (std::size_t i = container + 1; i < elements_.size() && stands_in(i, container); ++i) {
    if (holds_others(elements_[i].type)) continue;
    std::size_t at = i;
    while (at != container && states_[at].is_visible) at = elements_[at].parent;
    if (at == container && !is_blank(i)) return false;
    has_question |= shows(i);
  }
  return has_question;
}

void FormPart::check_question(std::size_t at, std::vector<FormMistake>& mistakes) const {
  const FormElement& element = elements_[at];
  const Value& value = value_of(at);
  const std::size_t before = mistakes.size();
  const auto add = [&](FormFault fault) { mistakes.push_back({place_of(at), fault, 0}); };
  if (element.type != FormType::Expression) {
    if (!may_be_changed(at)) return;
    if (states_[at].is_required && is_blank(at)) add(FormFault::Required);
    if (is_beyond(element, is_blank(at) ? Value() : value, element.least, true)) add(FormFault::TooLittle);
    if (is_beyond(element, is_blank(at) ? Value() : value, element.most, false)) add(FormFault::TooMuch);
    const auto chosen = static_cast<double>(value.kind == ValueKind::List ? value.items.size() : 0);
    if (element.fewest_chosen >= 1 && chosen < element.fewest_chosen) add(FormFault::TooFew);
    const auto lacks_row = [&value](const std::string& row) {
      const Value* answer = value.find(row);
      return answer == nullptr || answer->is_empty();
    };
    if (element.needs_each_row && std::ranges::any_of(element.rows, lacks_row)) add(FormFault::EachRow);
    if (email_fault(element.address, value)) add(FormFault::Validator);
    if (const FormList* list = list_of(at)) list->add_own_mistakes(mistakes);
    if (mistakes.size() > before) return;
  }
  for (std::size_t i = 0; i < element.validators.size(); ++i) {
    if (const auto fault = fault_of(element.validators[i], value, *this)) {
      mistakes.push_back({place_of(at), *fault, i});
    }
  }
}

}  // namespace alongside::feedback
