#include "plugins/feedback/model/loose.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace alongside::feedback {
namespace {

using Kind = ValueKind;

bool is_empty_text(const Value& value) { return value.kind == Kind::Text && value.text.empty(); }
bool is_empty_list(const Value& value) { return value.kind == Kind::List && value.items.empty(); }

// Small letters take as many bytes as capital ones.
bool same_words(const Value& left, const Value& right) {
  if (left.text == right.text) return true;
  const std::string_view ours = script_trim(left.text), theirs = script_trim(right.text);
  return ours.size() == theirs.size() && lower_case(ours) == lower_case(theirs);
}

// JavaScript sorts by the words that values are written with; what is not there comes last.
std::vector<Value> sorted(std::vector<Value> items) {
  const auto comes_before = [](const Value& left, const Value& right) {
    if (left.kind == Kind::None || right.kind == Kind::None) return left.kind != Kind::None && right.kind == Kind::None;
    return to_words(left) < to_words(right);
  };
  // By hand: lists are short, and the library's stable sort is three kilobytes of the module.
  for (std::size_t i = 1; i < items.size(); ++i) {
    for (std::size_t at = i; at > 0 && comes_before(items[at], items[at - 1]); --at)
      std::swap(items[at], items[at - 1]);
  }
  return items;
}

bool equal_lists(const Value& left, const Value& right, Order order, Words words) {
  if (left.items.size() != right.items.size()) return false;
  const auto equal = [=](const Value& ours, const Value& theirs) { return loosely_equal(ours, theirs, order, words); };
  if (order == Order::Counts) return std::ranges::equal(left.items, right.items, equal);
  return std::ranges::equal(sorted(left.items), sorted(right.items), equal);
}

// A list beside a map has its numbers for names.
bool equal_objects(const Value& left, const Value& right, Order order, Words words) {
  if (left.kind == Kind::List && right.kind == Kind::List) return equal_lists(left, right, order, words);
  if (left.kind != Kind::Map || right.kind != Kind::Map) return left.items.empty() && right.items.empty();
  if (left.entries() != right.entries()) return false;
  for (std::size_t i = 0; i < left.entries(); ++i) {
    const Value* other = right.find(left.names[i]);
    if (other == nullptr || !loosely_equal(left.items[i], *other, order, words)) return false;
  }
  return true;
}

// Both look like one number: "1.50" and 1.5, but not true and 1.
bool same_number(const Value& left, const Value& right) {
  if (left.kind == Kind::Number && right.kind == Kind::Number) return left.number == right.number;
  const auto can_be_number = [](const Value& value) {
    return !is_nothing(value) && value.kind != Kind::List && !std::isnan(to_number(value));
  };
  if (!can_be_number(left) || !can_be_number(right)) return false;
  const std::string ours = to_words(left), theirs = to_words(right);
  return leading_integer(ours) == leading_integer(theirs) && leading_number(ours) == leading_number(theirs);
}

// JavaScript's == between values that are no objects.
bool same_primitive(const Value& left, const Value& right) {
  if (is_nothing(left) || is_nothing(right)) return is_nothing(left) && is_nothing(right);
  return to_number(left) == to_number(right);
}

bool is_undefined(const Value& value) { return value.kind == Kind::Text && value.text == "undefined"; }

// The word counts as nothing at all.
bool equal_operands(const Value& left, const Value& right, Order order) {
  if (!is_undefined(left) && !is_undefined(right)) return loosely_equal(left, right, order);
  return loosely_equal(is_undefined(left) ? Value() : left, is_undefined(right) ? Value() : right, order);
}

bool is_in(const Value& item, const std::vector<Value>& items) {
  const auto same = [&item](const Value& other) { return equal_operands(other, item, Order::Ignored); };
  return std::ranges::any_of(items, same);
}

enum class Wanted : bool { Lacks, Has };

bool membership(const Value& left, const Value& right, Wanted wanted) {
  const bool has = wanted == Wanted::Has;
  if (is_empty_list(left)) return !has;
  if (left.kind == Kind::List) {
    const bool all = right.kind == Kind::List
                         ? std::ranges::all_of(right.items, [&](const Value& one) { return is_in(one, left.items); })
                         : is_in(right, left.items);
    return all == has;
  }
  const bool is_something =
      counts_as_true(left) || left.kind == Kind::Truth || (left.kind == Kind::Number && !std::isnan(left.number));
  if (!is_something || !counts_as_true(right)) return false;
  return (lower_case(to_words(left)).find(lower_case(to_words(right))) != std::string::npos) == has;
}

// A date in words beside a moment becomes one, and a moment beside words loses what they do not say.
std::optional<Value> beside(const Value& value, const Value& other, double now) {
  if (other.kind == Kind::Moment && value.kind == Kind::Text) {
    const double moment = value.text.empty() ? now : survey_moment(std::string_view(value.text));
    const bool has_time = !std::isnan(other.number) && other.number - start_of_day(other.number) >= 1000;
    if (has_time || std::isnan(moment)) return Value::of_moment(moment);
    return Value::of_moment(start_of_day(moment) + std::fmod(moment - start_of_day(moment), 1000));
  }
  if (value.kind != Kind::Moment || other.kind != Kind::Text || std::isnan(value.number)) return std::nullopt;
  const std::size_t length = script_length(other.text);
  Civil civil = civil_of(value.number);
  if (length < 17) civil.second = civil.millisecond = 0;
  if (length < 14) civil.minute = 0;
  if (length < 11) civil.hour = 0;
  return Value::of_moment(moment_of(civil));
}

Value without_milliseconds(const Value& value) {
  return value.kind == Kind::Moment ? Value::of_moment(std::floor(value.number / 1000) * 1000) : value;
}

struct Pair {
  Value left;
  Value right;
};

std::optional<Pair> as_moments(const Value& left, const Value& right, double now) {
  if (left.kind == Kind::Moment && right.kind == Kind::Text) {
    const Value ours = beside(left, right, now).value_or(left);
    return Pair{without_milliseconds(ours), *beside(right, ours, now)};
  }
  if (left.kind != Kind::Text || right.kind != Kind::Moment) return std::nullopt;
  return Pair{*beside(left, right, now), without_milliseconds(right)};
}

}  // namespace

bool loosely_equal(const Value& left, const Value& right, Order order, Words words) {
  if (is_empty_list(left) && right.kind == Kind::None) return true;
  if (is_empty_list(right) && left.kind == Kind::None) return true;
  if (is_nothing(left) && (is_empty_text(right) || left.kind == right.kind)) return true;
  if (is_nothing(right) && is_empty_text(left)) return true;
  if (left.kind == Kind::Text && right.kind == Kind::Text) {
    return words != Words::Alike ? left.text == right.text : same_words(left, right);
  }
  if (left.kind == Kind::Moment && right.kind == Kind::Moment) return left.number == right.number;
  if (words != Words::SameKind && same_number(left, right)) return true;
  if (left.is_empty() != right.is_empty()) return false;
  if (left.kind == Kind::Truth && right.kind == Kind::Text) return to_words(left) == lower_case(right.text);
  if (right.kind == Kind::Truth && left.kind == Kind::Text) return to_words(right) == lower_case(left.text);
  if (is_object(left) != is_object(right)) return false;
  const bool mixes_kinds = left.kind != right.kind && (left.kind == Kind::Number || right.kind == Kind::Number);
  if (words == Words::SameKind && mixes_kinds) return false;
  return is_object(left) ? equal_objects(left, right, order, words) : same_primitive(left, right);
}

bool loosely_less(const Value& left, const Value& right) {
  const auto is_wordy = [](const Value& value) {
    return value.kind == Kind::Text || value.kind == Kind::List || value.kind == Kind::Map;
  };
  if (is_wordy(left) && is_wordy(right)) return to_words(left) < to_words(right);
  return to_number(left) < to_number(right);
}

bool equal_in_expression(const Value& left, const Value& right, double now, Order order) {
  if (const auto pair = as_moments(left, right, now)) return loosely_equal(pair->left, pair->right, order);
  return equal_operands(left, right, order);
}

bool less_in_expression(const Value& left, const Value& right, double now) {
  if (is_nothing(left) || is_nothing(right)) return false;
  if (const auto pair = as_moments(left, right, now)) return loosely_less(pair->left, pair->right);
  return loosely_less(left, right);
}

// Not the same as the other way round: which side is looked at first decides what a moment loses.
bool more_in_expression(const Value& left, const Value& right, double now) {
  if (is_nothing(left) || is_nothing(right)) return false;
  if (const auto pair = as_moments(left, right, now)) return loosely_less(pair->right, pair->left);
  return loosely_less(right, left);
}

bool loosely_contains(const Value& left, const Value& right) { return membership(left, right, Wanted::Has); }

bool loosely_lacks(const Value& left, const Value& right) {
  if (!counts_as_true(left) && !right.is_empty()) return true;
  return membership(left, right, Wanted::Lacks);
}

bool has_any_of(const Value& left, const Value& right) {
  if (left.is_empty()) return right.is_empty();
  if (right.is_empty()) return true;
  if (left.kind != Kind::List) return loosely_contains(right, left);
  if (right.kind != Kind::List) return loosely_contains(left, right);
  return std::ranges::any_of(right.items, [&left](const Value& item) { return loosely_contains(left, item); });
}

bool has_all_of(const Value& left, const Value& right) {
  if (!counts_as_true(left) && !right.is_empty()) return false;
  if (right.kind != Kind::List) return loosely_contains(left, right);
  return std::ranges::all_of(right.items, [&left](const Value& item) { return loosely_contains(left, item); });
}

// true, 1, "1", and a list of one of these.
bool is_plain_true(const Value& value) {
  return !is_nothing(value) && value.kind != Kind::Moment && to_number(value) == 1;
}

}  // namespace alongside::feedback
