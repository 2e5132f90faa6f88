#include "plugins/feedback/model/function_call.hpp"

#include "plugins/feedback/model/arithmetic.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alongside::feedback {
namespace {

using enum ScriptFunction;
using Kind = ValueKind;

// Lists inside lists become one, what is nothing is left out, and what looks like a number is one.
void flatten(Given given, std::vector<Value>& out) {
  for (const Value& value : given) {
    if (value.kind == Kind::List) {
      flatten(value.items, out);
    } else if (!is_nothing(value)) {
      const double number = survey_number(value);
      out.push_back(std::isnan(number) ? value : Value::of_number(number));
    }
  }
}

std::vector<Value> flat(Given given) {
  std::vector<Value> out;
  flatten(given, out);
  return out;
}

Value sum(const std::vector<Value>& values) {
  Value sum = Value::of_number(0);
  for (const Value& value : values) sum = plain_sum(sum, value);
  return sum;
}

Value average(const std::vector<Value>& values) {
  if (values.empty()) return Value::of_number(0);
  return Value::of_number(to_number(sum(values)) / static_cast<double>(values.size()));
}

Value extreme(const std::vector<Value>& values, ScriptFunction function) {
  Value best;
  for (const Value& value : values) {
    const bool is_better = function == Min ? loosely_less(value, best) : loosely_less(best, value);
    if (is_nothing(best) || is_better) best = value;
  }
  return best;
}

Value round(const std::vector<Value>& values) {
  const double number = values.empty() ? no_number : survey_number(values[0]);
  const bool has_precision = values.size() > 1 && counts_as_true(values[1]);
  const double factor = std::pow(10, has_precision ? survey_number(values[1]) : 0);
  const double scaled = number * factor * (1 + std::numeric_limits<double>::epsilon());
  // JavaScript rounds a half up, towards more.
  const double whole = std::floor(scaled) + (scaled - std::floor(scaled) >= 0.5 ? 1 : 0);
  return Value::of_number(whole / factor);
}

// By the written digits, as SurveyJS does it: the point and so many digits after it stay.
Value trunc(const std::vector<Value>& values) {
  const double number = values.empty() ? no_number : survey_number(values[0]);
  if (std::isnan(number)) return Value::of_number(no_number);
  double precision = -1;
  if (values.size() > 1 && counts_as_true(values[1])) precision = survey_number(values[1]);
  if (std::isnan(precision)) return Value::of_number(no_number);
  const std::string text = text_of_number(number);
  std::size_t end = text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0);
  if (end == text.npos) return Value::of_number(number);
  if (precision > 0 && std::floor(precision) == precision) {
    ++end;
    for (; precision > 0 && end < text.size() && text[end] >= '0' && text[end] <= '9'; --precision) ++end;
  }
  return Value::of_number(number_of(std::string_view(text).substr(0, end)));
}

// JavaScript's substring: what is too little is 0, what is too much the end, and the smaller comes first.
Value substring(Given given) {
  if (given.size() < 2 || given[0].kind != Kind::Text || std::isnan(survey_number(given[1]))) {
    return Value::of_text("");
  }
  const std::string& text = given[0].text;
  const auto length = static_cast<double>(script_length(text));
  const auto place = [length](const Value& value) {
    const double number = to_number(value);
    return std::isnan(number) ? 0.0 : std::clamp(std::trunc(number), 0.0, length);
  };
  const double from = place(given[1]);
  const double to = given.size() > 2 && !std::isnan(survey_number(given[2])) ? place(given[2]) : length;
  return Value::of_text(
      script_part(text, static_cast<std::size_t>(std::min(from, to)), static_cast<std::size_t>(std::max(from, to))));
}

Value either(Given given) {
  if (given.size() < 2) return Value::of_null();
  if (counts_as_true(given[0])) return given[1];
  return given.size() > 2 ? given[2] : Value();
}

Value ask_survey(ScriptFunction function, Given given, const Scope& scope) {
  if (given.empty() || !counts_as_true(given[0]))
    return function == IsContainerReady ? Value::of_truth(false) : Value();
  const std::string name = to_words(given[0]);
  switch (function) {
    case IsContainerReady:
      return Value::of_truth(
          scope.is_ready(name, given.size() > 1 ? std::optional<double>(to_number(given[1])) : std::nullopt));
    case DisplayValue: return scope.displayed(name);
    default: return scope.comment(name, given.size() > 1 ? given[1] : Value());
  }
}

}  // namespace

Value call_function(ScriptFunction function, Given given, const Scope& scope) {
  switch (function) {
    case Sum: return sum(flat(given));
    case Avg: return average(flat(given));
    case Count: return Value::of_number(static_cast<double>(flat(given).size()));
    case Min:
    case Max: return extreme(flat(given), function);
    case Round: return round(flat(given));
    case Trunc: return trunc(flat(given));
    case Substring: return substring(given);
    case Iif: return either(given);
    case IsContainerReady:
    case DisplayValue:
    case GetComment: return ask_survey(function, given, scope);
    case IsDisplayMode: return Value::of_truth(false);
    case PropertyValue: return {};
    case Unknown: return Value::of_null();
    default: return call_date_function(function, given, scope);
  }
}

}  // namespace alongside::feedback
