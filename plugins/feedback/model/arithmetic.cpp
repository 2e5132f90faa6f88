#include "plugins/feedback/model/arithmetic.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace alongside::feedback {
namespace {

using Kind = ValueKind;

bool is_number(const Value& value) { return !std::isnan(survey_number(value)); }

// Digits behind the point, of a number or of words that are one.
int decimals_of(const Value& value) {
  if (!is_number(value)) return 0;
  if (value.kind == Kind::Number) return decimals(value.number);
  const std::string words = to_words(value);
  const std::size_t point = words.find('.');
  return point == words.npos ? 0 : static_cast<int>(std::min(words.find('.', point + 1), words.size()) - point - 1);
}

Value kept_to(int digits, double number) { return Value::of_number(digits > 0 ? rounded(number, digits) : number); }

Value joined_lists(const Value& left, const Value& right) {
  std::vector<Value> items = left.items;
  items.insert(items.end(), right.items.begin(), right.items.end());
  return Value::of_list(std::move(items));
}

std::string with_commas(const Value& list) {
  std::string words;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) words += ", ";
    words += text_of(list.items[i]);
  }
  return words;
}

Value numbers_in(const Value& list, const Value& more) {
  Value sum = Value::of_number(0);
  for (const Value& item : list.items) {
    if (item.kind == Kind::Number) sum = plain_sum(sum, item);
  }
  return plain_sum(sum, more);
}

// JavaScript's +.
Value script_plus(const Value& left, const Value& right) {
  const auto is_wordy = [](const Value& value) { return value.kind == Kind::Text || is_object(value); };
  if (is_wordy(left) || is_wordy(right)) return Value::of_text(to_words(left) + to_words(right));
  return Value::of_number(to_number(left) + to_number(right));
}

}  // namespace

Value or_nought(const Value& value, const Value& other) {
  if (!value.is_empty()) return value;
  if (other.kind == Kind::Number) return Value::of_number(0);
  if (value.kind == Kind::Text) return value;
  if (other.kind == Kind::Text) return Value::of_text("");
  return other.kind == Kind::List ? Value::of_list({}) : Value::of_number(0);
}

Value plain_sum(const Value& left, const Value& right) {
  const Value sum = script_plus(left, right);
  if (sum.kind != Kind::Number) return sum;
  return kept_to(std::max(decimals_of(left), decimals_of(right)), sum.number);
}

Value sum_of(const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    return left.kind == Kind::Text || right.kind == Kind::Text ? script_plus(left, right) : plain_sum(left, right);
  }
  const bool left_is_list = left.kind == Kind::List, right_is_list = right.kind == Kind::List;
  if (left_is_list && right_is_list) return joined_lists(left, right);
  if (!left_is_list && !right_is_list) return script_plus(left, right);
  const Value& list = left_is_list ? left : right;
  const Value& other = left_is_list ? right : left;
  if (other.kind == Kind::Number) return numbers_in(list, other);
  if (other.kind != Kind::Text) return script_plus(left, right);
  return Value::of_text(left_is_list ? with_commas(list) + other.text : other.text + with_commas(list));
}

Value difference_of(const Value& left, const Value& right) {
  return kept_to(std::max(decimals_of(left), decimals_of(right)), to_number(left) - to_number(right));
}

Value product_of(const Value& left, const Value& right) {
  return kept_to(decimals_of(left) + decimals_of(right), to_number(left) * to_number(right));
}

Value quotient_of(const Value& left, const Value& right) {
  if (!counts_as_true(right)) return Value::of_null();
  return Value::of_number(to_number(left) / to_number(right));
}

Value remainder_of(const Value& left, const Value& right) {
  if (!counts_as_true(right)) return Value::of_null();
  return Value::of_number(std::fmod(to_number(left), to_number(right)));
}

// Where JavaScript and C differ: 1 to the power of what is endless or no number is no number.
Value power_of(const Value& left, const Value& right) {
  const double base = to_number(left), exponent = to_number(right);
  const bool is_none = std::isnan(exponent) || (std::fabs(base) == 1 && std::isinf(exponent));
  return Value::of_number(is_none ? std::numeric_limits<double>::quiet_NaN() : std::pow(base, exponent));
}

}  // namespace alongside::feedback
